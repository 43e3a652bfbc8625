package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// The token that a form carries is compared with the one in the payer's browser: no script reads that
/// one, and no other site's form has it sent along. As the server sends it, not as a library says that
/// it would.
///
/// It has an application of its own: whoever sends a form in another test puts the token into a session for good.
@TestPropertySource(properties = "spring.application.name=tokens-of-forms")
class TokenOfFormsTest extends PayerJourney {
    @Test
    void itIsReadByNoScriptAndComesAlongFromNoForeignForm() throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            var page = browser.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:%d/pay/11".formatted(port)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("form="))
                    .singleElement()
                    .asString()
                    .contains("; Path=/")
                    .contains("; HttpOnly")
                    .contains("; SameSite=Lax")
                    .doesNotContain("Domain");
        }
    }
}
