package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A link and a QR code for a bill that no account is kept of.
@WithCouncil
class AnyPayLinkTest {
    private static final String PATH = "/office/pay-link";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue catalogue;

    @BeforeEach
    void theCouncilHasFunds() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            return true;
        });
    }

    private MvcTestResult make(Map<String, String> typed, RequestPostProcessor who) {
        var request = mvc.post().uri(PATH);
        typed.forEach(request::param);
        return request.with(who).with(csrf()).exchange();
    }

    private static RequestPostProcessor anybody() {
        return Somebody.who(Limits.NONE, Permission.SEE_ACCOUNTS);
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFineGetsALinkInTheLanguageOfItsLetter() {
        var fine = Map.of("fund", "11", "reference", "bj 9951 8409", "amount", "£35", "letter", "cy");
        var made = page(make(fine, anybody()));
        var link = made.select("p.ims-code").text();
        assertThat(link).endsWith("/pay?lang=cy&fund=11&reference=BJ99518409&amount=35.00");
        assertThat(made.select(".ims-letter").attr("lang")).isEqualTo("cy");
        assertThat(made.select(".ims-letter svg")).hasSize(1);
        assertThat(mvc.get().uri(link.substring(link.indexOf("/pay?"))).exchange())
                .hasStatusOk();
    }

    @Test
    void aLinkThatWouldNotBePaidIsNotMade() {
        var wrong = make(Map.of("fund", "11", "reference", "BJ99518408", "amount", "12.345"), anybody());
        assertThat(wrong).hasStatus(422);
        var page = page(wrong);
        assertThat(page.select("#reference-error").text()).isNotEmpty();
        assertThat(page.select("#amount-error").text()).contains("no more than 2 digits");
        assertThat(page.select(".ims-letter")).isEmpty();
        assertThat(page.select("#reference").val()).isEqualTo("BJ99518408");
        var nothing = page(make(Map.of(), anybody()));
        assertThat(nothing.select("#fund-error").text()).contains("Choose what is paid");
    }

    @Test
    void whatIsNotPaidOnlineOrLiesOutsideSomebodysLimitsIsNotOffered() {
        var tax = Somebody.who(Limits.toFunds("23"), Permission.SEE_ACCOUNTS);
        var form = page(mvc.get().uri(PATH).with(tax).exchange());
        assertThat(form.select("#fund option").eachAttr("value")).contains("23").doesNotContain("11");
        assertThat(make(Map.of("fund", "11", "reference", "BJ99518409"), tax)).hasStatus(422);
        assertThat(make(Map.of("fund", "13", "reference", "1"), anybody())).hasStatus(422);
        assertThat(mvc.get().uri(PATH).with(Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS)))
                .hasStatus(403);
    }
}
