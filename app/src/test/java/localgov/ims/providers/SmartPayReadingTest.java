package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartPayReadingTest {
    private static Optional<List<SmartPayTransaction>> read(String... summaries) {
        var body = "{\"totalCount\": %d, \"_embedded\": {\"transactionSummaries\": [%s]}}"
                .formatted(summaries.length, String.join(",", summaries));
        return SmartPayReading.transactions(body.getBytes(StandardCharsets.UTF_8), "Q7FK2M9DX");
    }

    private static String summary(String reason, String steps, String amount, String currency) {
        var names = java.util.stream.Stream.of(steps.split(" "))
                .map("{\"name\": \"%s\"}"::formatted)
                .collect(java.util.stream.Collectors.joining(","));
        return """
                {"id": "1", "submitTimeUtc": "2026-11-20T09:15:30Z", "clientReferenceInformation": {"code": "Q7FK2M9DX"},
                 "applicationInformation": {"reasonCode": "%s", "applications": [%s]},
                 "orderInformation": {"amountDetails": {"totalAmount": "%s", "currency": "%s"}}}""".formatted(reason, names, amount, currency);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    reason | steps             | state
                    100    | ics_auth ics_bill | SUCCESS
                    100    | ics_auth          | CAPTURABLE
                    100    | ics_decision      | UNKNOWN
                    480    | ics_auth ics_bill | SUBMITTED
                    203    | ics_auth          | DECLINED
                    481    | ics_auth          | DECLINED
                    150    | ics_auth          | ERROR
                    110    | ics_auth ics_bill | UNKNOWN
                    999    | ics_auth ics_bill | UNKNOWN
                    """, delimiter = '|', useHeadersInDisplayName = true)
    void everyReasonHasItsState(String reason, String steps, ProviderState state) {
        var found = read(summary(reason, steps, "12.30", "GBP")).orElseThrow();
        assertThat(found.getFirst().state()).isEqualTo(state);
        assertThat(found.getFirst().amount()).isEqualTo(Money.pence(1_230));
    }

    @ParameterizedTest
    @CsvSource({"12.305,GBP", "12.30,EUR", "-12.30,GBP", "1e3,GBP", "12.30,''"})
    void anAmountThatIsNoneOfOursIsNotReadAtAll(String amount, String currency) {
        assertThat(read(summary("100", "ics_auth ics_bill", amount, currency))).isEmpty();
    }

    @Test
    void whatWasRecognisedAsSentTwiceAndWhatIsOfAnotherReferenceIsLeftOut() {
        assertThat(read(
                        summary("104", "ics_auth", "12.30", "GBP"),
                        summary("100", "ics_auth ics_bill", "1.00", "GBP").replace("Q7FK2M9DX", "Q7FK2M9DY")))
                .contains(List.of());
    }

    @Test
    void aListIsReadWholeOrNotAtAll() {
        var one = "{\"totalCount\": 101, \"_embedded\": {\"transactionSummaries\": [%s]}}"
                .formatted(summary("100", "ics_auth ics_bill", "1.00", "GBP"));
        assertThat(SmartPayReading.transactions(one.getBytes(StandardCharsets.UTF_8), "Q7FK2M9DX"))
                .isEmpty();
        assertThat(SmartPayReading.transactions("{}".getBytes(StandardCharsets.UTF_8), "Q7FK2M9DX"))
                .isEmpty();
        assertThat(SmartPayReading.transactions("no".getBytes(StandardCharsets.UTF_8), "Q7FK2M9DX"))
                .isEmpty();
        assertThat(SmartPayReading.transactions("{\"totalCount\": 0}".getBytes(StandardCharsets.UTF_8), "Q7FK2M9DX"))
                .contains(List.of());
    }
}
