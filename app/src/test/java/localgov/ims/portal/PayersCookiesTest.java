package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a payer's browser keeps for us: no script reads it, no other site sends it along with a form of its own, and
/// over an encrypted line it stays on encrypted lines. It comes along when the payer comes back from the provider.
@WithCouncil
class PayersCookiesTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue catalogue;

    @BeforeEach
    void aCouncil() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, catalogue::load);
    }

    private static String cookie(MvcTestResult reply, String name) {
        return reply.getResponse().getHeaders("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theKeyToABasketIsReadByNoScriptAndComesAlongFromNoForeignForm() {
        var reply = mvc.post()
                .uri("/pay/11")
                .secure(true)
                .param("reference", "BJ99518409")
                .param("amount", "35")
                .with(csrf())
                .exchange();
        assertThat(reply).hasStatus(303);
        assertThat(cookie(reply, BasketKey.COOKIE))
                .contains("; Path=/")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContain("Domain");
    }
}
