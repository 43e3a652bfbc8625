package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import localgov.ims.sandbox.PublishedRequests.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Replies of the simulated GOV.UK Pay and requests of our client are held against the published
/// document in every test that speaks to it. Here it is seen that this finds something. Without the
/// document all of these are skipped, and with them nothing else is held against it.
class PublishedContractTest {
    private PublishedDocument document;

    @BeforeEach
    void isHere() {
        document = PublishedDocument.need();
    }

    private List<String> request(String call, Map<String, List<String>> asked, String key, String body) {
        var parts = call.split(" ");
        return PublishedRequests.disagreements(document, new Request(parts[0], parts[1], asked, key, body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        POST /v1/payments                     | {"amount": 100, "reference": "R", "description": "D", "return_url": "https://x.example"} |
        POST /v1/payments                     | {"amount": 100, "reference": "R", "description": "D", "authorisation_mode": "agreement"} |
        POST /v1/payments                     | {"amount": "1", "reference": "R", "description": "D", "return_url": "https://x.example"} | type /amount
        POST /v1/payments                     | {"amount": 100, "reference": "R", "description": "D", "return_url": "https://x.example", "language": "fr"} | enum /language
        POST /v1/payments                     | {"amount": 100, "reference": "R", "return_url": "https://x.example"} | required /description
        POST /v1/payments                     | {"amount": 100, "reference": "R", "description": "D", "return_url": "https://x.example", "payer": "Cy"} | additionalProperties /payer
        POST /v1/payments/abc/refunds         | {"amount": 0} | minimum /amount
        POST /v1/payments/abc/cancel          | '' |
        POST /v1/payments/abc/cancel          | {} | body
        POST /v1/payments/abc/returns         | {} | path
        POST /v1/agreements                   | {"reference": "", "description": "D"} | minLength /reference
        """)
    void aRequestThatIsNotAsPublishedIsFound(String call, String body, String wrong) {
        var found = request(call, Map.of(), null, body);
        assertThat(found)
                .isEqualTo(wrong == null ? List.of() : List.of(call + " " + wrong + (wrong.contains(" ") ? "" : " ")));
    }

    @Test
    void aParameterOrAKeyThatIsNotAsPublishedIsFound() {
        assertThat(request("GET /v1/payments", Map.of("reference", List.of("R"), "page", List.of("2")), null, ""))
                .isEmpty();
        assertThat(request("GET /v1/payments", Map.of("payer", List.of("Cy")), null, ""))
                .containsExactly("GET /v1/payments query payer");
        assertThat(request("GET /v1/disputes", Map.of("status", List.of("open")), null, ""))
                .containsExactly("GET /v1/disputes query status: enum");
        assertThat(request("GET /v1/payments/abc", Map.of(), "a-key", ""))
                .containsExactly("GET /v1/payments/abc header Idempotency-Key");
        var good =
                "{\"amount\": 100, \"reference\": \"R\", \"description\": \"D\", \"return_url\": \"https://x.example\"}";
        assertThat(request("POST /v1/payments", Map.of(), "no blanks, please", good))
                .containsExactly("POST /v1/payments header Idempotency-Key: pattern");
    }

    @Test
    void aReplyThatIsNotAsPublishedIsFound() {
        assertThat(PublishedContract.disagreements("GET", "/v1/payments/abc", 200, "{\"amount\": \"100\"}"))
                .containsExactly("GET /v1/payments/abc 200 type /amount");
        assertThat(PublishedContract.disagreements("GET", "/v1/payments/abc", 200, "{\"payer\": \"Cy\"}"))
                .containsExactly("GET /v1/payments/abc 200 additionalProperties /payer");
        assertThat(PublishedContract.disagreements("GET", "/v1/payments/abc", 418, ""))
                .isNotEmpty();
    }
}
