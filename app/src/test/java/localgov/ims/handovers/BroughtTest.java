package localgov.ims.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a payer's browser brings is believed only as far as the calling system has signed it.
class BroughtTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> FIELDS = Map.of(
            "CallingApplicationID", "housing",
            "CallingApplicationTransactionReference", "RENT-9",
            "ReturnUrl", "https://housing.example.gov.uk/back",
            "SessionExpiry", "2026-11-20T09:25:00Z",
            "Payment_1", "BJ99518409|11|35.00|N0|Bus lane");

    private static Map<String, String> signed(Map<String, String> fields) {
        var sent = new HashMap<>(fields);
        sent.put("Signature", Brought.signature(SECRET, Brought.of(fields).signedText()));
        return sent;
    }

    @Test
    void theExampleOfTheDocumentsComesOut() throws Exception {
        assertThat(Files.readString(Path.of("../docs/coming-from-localgov-ims.md")))
                .contains(Brought.of(FIELDS).signedText())
                .contains("`" + Brought.of(signed(FIELDS)).value("Signature") + "`");
    }

    @ParameterizedTest
    @CsvSource({
        "CallingApplicationID, planning",
        "CallingApplicationTransactionReference, RENT-10",
        "ReturnUrl, https://evil.example/",
        "SessionExpiry, 2026-11-21T09:25:00Z",
        "Hash, another",
        "Payment_1, BJ99518409|11|0.01|N0|Bus lane",
        "Payment_1, BJ99518408|11|35.00|N0|Bus lane",
        "Payment_2, BJ99518409|11|1.00|N0|More",
        "Signature, 0",
        "Signature, ''",
    })
    void whateverIsChangedBreaksTheSignature(String field, String value) {
        var sent = signed(FIELDS);
        assertThat(Brought.of(sent).isSignedWith(SECRET)).isTrue();
        sent.put(field, value);
        assertThat(Brought.of(sent).isSignedWith(SECRET)).isFalse();
        assertThat(Brought.of(signed(FIELDS)).isSignedWith("f" + SECRET)).isFalse();
    }

    @Test
    void whatIsLeftOutBreaksItToo() {
        FIELDS.keySet().forEach(field -> {
            var sent = signed(FIELDS);
            sent.remove(field);
            assertThat(Brought.of(sent).isSignedWith(SECRET)).as(field).isFalse();
        });
    }

    /// One field with a line's end in it would read like two.
    @Test
    void aLinesEndMakesNoSecondField() {
        var one = new HashMap<>(FIELDS);
        one.put("Hash", "x\nPayment_1=BJ99518409|11|0.01|N0|Bus lane");
        one.remove("Payment_1");
        assertThat(Brought.of(signed(one)).isSignedWith(SECRET)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:25:00Z, true",
        "2026-11-20T09:25:00, true",
        "2026-11-20T10:25:00+01:00, true",
        "2026-11-20T09:15:00Z, false",
        "2026-11-20T09:14:59Z, false",
        "2026-11-21T09:15:00Z, true",
        "2026-11-21T09:15:01Z, false",
        "20/11/2026 09:25, false",
        "'', false",
    })
    void itMayBeUsedUntilItsMomentAndADayAtMost(String expiry, boolean inTime) {
        var fields = new HashMap<>(FIELDS);
        fields.put("SessionExpiry", expiry);
        assertThat(Brought.of(fields).isInTime(Instant.parse("2026-11-20T09:15:00Z")))
                .isEqualTo(inTime);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BJ99518409",
                "BJ99518409|11",
                "BJ99518409|11|nothing",
                "BJ99518409|11|-35.00",
                "BJ99518409|11|0",
                "BJ99518409|11|35.001",
                "BJ99518409|11|1e3",
                "BJ99518409|11|35,00"
            })
    void aLineThatIsNotWrittenAsItMustBeIsNoLine(String line) {
        var fields = new HashMap<>(FIELDS);
        fields.put("Payment_1", line);
        assertThat(Brought.of(fields).wanted()).isEmpty();
    }

    @Test
    void theSystemsOwnWordForThePayerComesBackToIt() {
        var fields = new HashMap<>(FIELDS);
        fields.put("Hash", "abc123");
        var wanted = Brought.of(fields).wanted().orElseThrow();
        assertThat(wanted.paid()).isEqualTo("https://housing.example.gov.uk/back?hash=abc123");
        assertThat(wanted.lines().getFirst().amount()).hasToString("£35.00");
        assertThat(wanted.lines().getFirst().narrative()).isEqualTo("Bus lane");
    }
}
