package localgov.ims.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.pages.NoticesOnPages.Side;
import localgov.ims.settings.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Times are London's, whatever the clocks do.
class SystemMessageTest {
    private static SystemMessage message(
            String shown, String fromDay, String fromTime, String untilDay, String untilTime) {
        return SystemMessage.of(new Entry(
                "m",
                Map.of(
                        "severity", "WARNING",
                        "shown", shown,
                        "text", "English",
                        "text_cy", "Cymraeg",
                        "from_day", fromDay,
                        "from_time", fromTime,
                        "until_day", untilDay,
                        "until_time", untilTime),
                1,
                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            from       | at    | until      | at    | first instant        | last instant
            2026-07-01 | 09:00 | 2026-07-01 | 17:30 | 2026-07-01T08:00:00Z | 2026-07-01T16:29:59Z
            2026-12-01 | 09:00 | 2026-12-01 | 17:30 | 2026-12-01T09:00:00Z | 2026-12-01T17:29:59Z
            2026-07-01 | ''    | 2026-07-01 | ''    | 2026-06-30T23:00:00Z | 2026-07-01T22:59:59Z
            2026-03-28 | ''    | 2026-03-29 | ''    | 2026-03-28T00:00:00Z | 2026-03-29T22:59:59Z
            2026-03-29 | 01:30 | 2026-03-29 | 03:00 | 2026-03-29T01:30:00Z | 2026-03-29T01:59:59Z
            2026-10-25 | 00:30 | 2026-10-25 | 02:30 | 2026-10-24T23:30:00Z | 2026-10-25T02:29:59Z
            """, delimiter = '|', useHeadersInDisplayName = true)
    void aMessageIsShownFromItsFirstMomentToItsLast(
            String from, String fromTime, String until, String untilTime, String first, String last) {
        var message = message("BOTH", from, fromTime, until, untilTime);
        assertThat(message.isShown(Side.PORTAL, Instant.parse(first))).isTrue();
        assertThat(message.isShown(Side.PORTAL, Instant.parse(first).minusMillis(1)))
                .isFalse();
        assertThat(message.isShown(Side.OFFICE, Instant.parse(last))).isTrue();
        assertThat(message.isShown(Side.OFFICE, Instant.parse(last).plusSeconds(1)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PORTAL, true, false", "OFFICE, false, true", "BOTH, true, true"})
    void aMessageIsShownWhereItBelongs(String shown, boolean onPortal, boolean inOffice) {
        var message = message(shown, "2026-01-01", "", "", "");
        var now = Instant.parse("2036-11-20T09:15:00Z");
        assertThat(message.isShown(Side.PORTAL, now)).isEqualTo(onPortal);
        assertThat(message.isShown(Side.OFFICE, now)).isEqualTo(inOffice);
    }
}
