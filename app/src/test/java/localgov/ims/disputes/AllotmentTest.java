package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.payments.PaymentHeardOf;
import localgov.ims.payments.PaymentId;
import localgov.ims.providers.Dispute.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which bills what was lost comes from, and where a dispute is once its provider has said something.
class AllotmentTest {
    @ParameterizedTest(name = "of {0} still there on each line, {1} lost: {2} and {3} from none")
    @CsvSource(textBlock = """
                    3500 4500 | 8000 | 1=3500 2=4500 | 0
                    3500 4500 | 9000 | 1=3500 2=4500 | 1000
                    3500 4500 | 7999 | -             | 7999
                    3500 0    | 2000 | 1=2000        | 0
                    3500      | 3500 | 1=3500        | 0
                    3500      | 1000 | 1=1000        | 0
                    0 0       | 500  | -             | 500
                    """, delimiter = '|')
    void whatIsPlainComesFromTheBillsAndWhatIsNotWaitsForAPerson(
            String open, long lost, String expected, long unplaced) {
        var lines = new ArrayList<Dispute.Line>();
        for (var pence : open.split(" ")) {
            lines.add(line(lines.size() + 1, Long.parseLong(pence)));
        }
        var allotment = Allotment.of(Money.pence(lost), lines);
        var parts = new TreeMap<Integer, Long>();
        allotment.parts().forEach((line, amount) -> parts.put(line, amount.pence()));
        assertThat(parts).isEqualTo(read(expected));
        assertThat(allotment.unplaced()).isEqualTo(Money.pence(unplaced));
    }

    private static Map<Integer, Long> read(String text) {
        var parts = new TreeMap<Integer, Long>();
        for (var part : text.split(" ")) {
            if (part.contains("=")) {
                parts.put(Integer.parseInt(part.split("=")[0]), Long.parseLong(part.split("=")[1]));
            }
        }
        return parts;
    }

    private static Dispute.Line line(int number, long open) {
        return new Dispute.Line(
                1,
                number,
                "fund:11",
                "11",
                "BJ99518409",
                "card",
                "WEB",
                "portal",
                "N",
                Money.pence(5_000),
                Money.pence(open),
                Money.ZERO,
                Money.ZERO);
    }

    @ParameterizedTest(name = "{0}, and its provider says {1}: {2}")
    @CsvSource(textBlock = """
                    NEEDS_EVIDENCE | UNDER_REVIEW   | UNDER_REVIEW
                    NEEDS_EVIDENCE | WON            | WON
                    NEEDS_EVIDENCE | LOST           | LOST
                    NEEDS_EVIDENCE | UNKNOWN        | UNCLEAR
                    UNDER_REVIEW   | NEEDS_RESPONSE | NEEDS_EVIDENCE
                    UNDER_REVIEW   | LOST           | LOST
                    UNCLEAR        | UNDER_REVIEW   | UNDER_REVIEW
                    WON            | LOST           | LOST
                    LOST           | WON            | WON
                    LOST           | LOST           | LOST
                    LOST           | UNDER_REVIEW   | LOST
                    LOST           | UNKNOWN        | LOST
                    WON            | NEEDS_RESPONSE | WON
                    """, delimiter = '|')
    void whatWasDecidedDoesNotOpenAgain(DisputeState before, State said, DisputeState after) {
        assertThat(before.after(said)).isEqualTo(after);
    }

    @Test
    void whatIsHeardOfAPaymentThatIsNotYoungMayBeADispute() {
        var payment = new PaymentId(UUID.randomUUID());
        var now = Instant.parse("2026-11-20T09:15:00Z");
        assertThat(Watching.mayBeADispute(new PaymentHeardOf(payment, "card", now.minusSeconds(60)), now))
                .isFalse();
        assertThat(Watching.mayBeADispute(new PaymentHeardOf(payment, "card", null), now))
                .isFalse();
        assertThat(Watching.mayBeADispute(new PaymentHeardOf(payment, "card", now.minusSeconds(86_400)), now))
                .isTrue();
    }
}
