package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/// However a call goes wrong, the answer is a problem with a code.
class ConventionsTest extends ApiTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            GET    | /api/v1/nothing                  | 404 | not_found
            GET    | /api/v2/funds                    | 404 | not_found
            GET    | /api/v1/suspense/7/allocations   | 405 | method_not_allowed
            DELETE | /api/v1/funds                    | 405 | method_not_allowed
            GET    | /api/v1/suspense/abc             | 404 | not_found
            GET    | /api/v1/suspense?limit=0         | 422 | invalid
            GET    | /api/v1/suspense?limit=x         | 422 | invalid
            GET    | /api/v1/suspense?after=x         | 422 | invalid
            GET    | /api/v1/suspense?amount=3.50     | 422 | invalid
            GET    | /api/v1/suspense?order=newest    | 422 | invalid
            GET    | /api/v1/suspense?colour=red      | 422 | invalid
            GET    | /api/v1/books.journal?from=2026-02-30 | 422 | invalid
            """, delimiter = '|')
    void whatIsNotThereOrNotRightIsAProblemWithACode(String method, String address, int status, String code) {
        var reply = mvc.method(HttpMethod.valueOf(method))
                .uri(address)
                .with(SignedInAs.demoKey())
                .exchange();

        assertThat(reply).hasStatus(status).hasContentType("application/problem+json");
        assertThat(json(reply).get("code").stringValue()).isEqualTo(code);
        assertThat(json(reply).get("status").intValue()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            not json                     | 400
            ~~                           | 400
            []                           | 400
            "text"                       | 400
            {"lines": [], "lines": []}   | 400
            {"lines": []} {}             | 400
            {"lines": [                  | 400
            """)
    void aBodyThatIsNoJsonObjectCannotBeRead(String body, int status) {
        var reply = post("/api/v1/suspense/1/allocations", body, newKey());
        assertThat(reply).hasStatus(status);
        assertThat(json(reply).get("code").stringValue()).isEqualTo("not_readable");
    }

    @Test
    void aBodyLongerThanSuchARequestCanBeIsTooLarge() {
        var reply = post("/api/v1/suspense/1/allocations", " ".repeat(Bodies.MOST_BYTES) + "{}", newKey());
        assertThat(reply).hasStatus(413);
        assertThat(json(reply).get("code").stringValue()).isEqualTo("too_large");
    }

    @Test
    void anotherFormOfBodyIsNotTaken() {
        var reply = mvc.post()
                .uri("/api/v1/suspense/1/allocations")
                .with(SignedInAs.demoKey())
                .contentType(MediaType.APPLICATION_XML)
                .content("<a/>")
                .exchange();
        assertThat(reply).hasStatus(415);
        assertThat(json(reply).get("code").stringValue()).isEqualTo("unsupported_media_type");
    }

    @Test
    void aKeyIsVisibleCharacters() {
        var reply = post("/api/v1/suspense/1/allocations", "{}", "two words");
        assertThat(reply).hasStatus(400);
        assertThat(json(reply).get("code").stringValue()).isEqualTo("idempotency_key_invalid");
        assertThat(post("/api/v1/suspense/1/allocations", "{}", "x".repeat(256)))
                .hasStatus(400);
    }

    @Test
    void nobodyWithoutAKeyHearsAnythingAboutTheBooks() {
        for (var address : new String[] {
            "/api/v1/balances", "/api/v1/funds", "/api/v1/suspense", "/api/v1/books.journal", "/api/v1/nothing"
        }) {
            assertThat(mvc.get().uri(address)).hasStatus(401);
            assertThat(mvc.get().uri(address).header("Authorization", "Bearer wrong"))
                    .hasStatus(401);
        }
    }
}
