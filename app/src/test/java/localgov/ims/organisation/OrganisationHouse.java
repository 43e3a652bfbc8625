package localgov.ims.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The pages as somebody sees them, and what the council writes down of itself.
record OrganisationHouse(MockMvcTester mvc, Settings settings, RequestPostProcessor who) {
    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).with(who).exchange();
    }

    Document page(String address) {
        var reply = get(address);
        assertThat(reply).as(address).hasStatusOk();
        return page(reply);
    }

    static Document page(MvcTestResult reply) {
        try {
            var page = Jsoup.parse(reply.getResponse().getContentAsString());
            assertThat(page.select("h1")).as("one heading").hasSize(1);
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("[style], style")).as("no style in the page").isEmpty();
            assertThat(page.select("script:not([src])"))
                    .as("no script in the page")
                    .isEmpty();
            return page;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    MvcTestResult post(String address, Map<String, String> fields) {
        var call = mvc.post().uri(URI.create(address)).with(who).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    /// Adds an entry, or gives the one that is there these answers in the place of its own.
    Saved write(ReferenceData data, String key, Map<String, String> answers) {
        return within(() -> {
            var there = settings.get(data, key);
            var all = new LinkedHashMap<String, String>();
            there.ifPresent(entry -> all.putAll(entry.values()));
            all.put("code", key);
            all.putAll(answers);
            return there.map(entry -> settings.change(data, key, entry.version(), all, "system"))
                    .orElseGet(() -> settings.add(data, all, "system"));
        });
    }

    void written(ReferenceData data, String key, Map<String, String> answers) {
        assertThat(write(data, key, answers)).isInstanceOf(Saved.Done.class);
    }

    Saved.Refused refused(ReferenceData data, String key, Map<String, String> answers) {
        var saved = write(data, key, answers);
        assertThat(saved).isInstanceOf(Saved.Refused.class);
        return (Saved.Refused) saved;
    }
}
