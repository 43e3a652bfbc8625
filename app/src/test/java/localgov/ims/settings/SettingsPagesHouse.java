package localgov.ims.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What a browser does with the pages of settings: looks at them, fills in their forms, sends them.
final class SettingsPagesHouse {
    private final MockMvcTester mvc;
    private final RequestPostProcessor who;

    SettingsPagesHouse(MockMvcTester mvc, RequestPostProcessor who) {
        this.mvc = mvc;
        this.who = who;
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).with(who).exchange();
    }

    /// The page at an address, which is as every page must be.
    Document page(String address) {
        var reply = get(address);
        assertThat(reply).as(address).hasStatusOk();
        return page(reply);
    }

    static Document page(MvcTestResult reply) {
        try {
            var page = Jsoup.parse(reply.getResponse().getContentAsString());
            isAsEveryPageMustBe(page);
            return page;
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void isAsEveryPageMustBe(Document page) {
        assertThat(page.select("h1")).as("one heading").hasSize(1);
        assertThat(page.text()).as("no word is missing").doesNotContain("settings.");
        for (var field : page.select("main input:not([type=hidden]), main select, main textarea")) {
            assertThat(page.select("label[for=%s]".formatted(field.id())).text())
                    .as("the label of " + field.attr("name"))
                    .isNotBlank();
        }
        for (var error : page.select(".govuk-error-summary a[href]")) {
            assertThat(page.getElementById(error.attr("href").substring(1)))
                    .as(error.text())
                    .isNotNull();
        }
        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    /// What the form of the page would send.
    static Map<String, String> fields(Document page) {
        var fields = new LinkedHashMap<String, String>();
        var form = Objects.requireNonNull(page.expectFirst("main form[method=post]"));
        form.select("input[name]:not([type=radio]):not([type=checkbox]), input[type=checkbox][checked], textarea[name]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        form.select("input[type=radio][checked]").forEach(field -> fields.put(field.attr("name"), field.val()));
        form.select("select[name]")
                .forEach(field -> fields.put(
                        field.attr("name"), field.select("option[selected]").val()));
        return fields;
    }

    MvcTestResult send(Document page, Map<String, String> changed) {
        var fields = fields(page);
        fields.putAll(changed);
        var form = Objects.requireNonNull(page.expectFirst("main form[method=post]"));
        return post(form.attr("action"), fields);
    }

    MvcTestResult post(String address, Map<String, String> fields) {
        var call = mvc.post().uri(URI.create(address)).with(who).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(call::param);
        return call.exchange();
    }
}
