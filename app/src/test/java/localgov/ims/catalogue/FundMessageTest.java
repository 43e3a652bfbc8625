package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundMessageTest {
    private static FundMessage message(
            @Nullable LocalDate from, @Nullable LocalDate until, ShownTo to, boolean stops, String code) {
        return new FundMessage("m", "23", "Words", "Geiriau", from, until, to, stops, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        from       | until      | day        | holds
                   |            | 2026-11-21 | true
        2026-11-21 | 2026-11-21 | 2026-11-21 | true
        2026-11-22 |            | 2026-11-21 | false
                   | 2026-11-20 | 2026-11-21 | false
        """)
    void itHoldsOnItsFirstAndItsLastDayToo(
            @Nullable LocalDate from, @Nullable LocalDate until, LocalDate day, boolean holds) {
        assertThat(message(from, until, ShownTo.BOTH, true, "").holdsOn(day)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        shown to | stops | payers are stopped | staff are stopped
        PAYERS   | true  | true               | false
        STAFF    | true  | false              | true
        BOTH     | true  | true               | true
        BOTH     | false | false              | false
        """)
    void itStopsOnlyWhereItIsShown(ShownTo to, boolean stops, boolean payers, boolean staff) {
        var message = message(null, null, to, stops, "");
        assertThat(message.stopsAt(Door.PAYERS)).isEqualTo(payers);
        assertThat(message.stopsAt(Door.STAFF)).isEqualTo(staff);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        its code | the service says | concerns
        ''       | ''               | true
        ''       | EA               | true
        EA       | EA               | true
        EA       | ' ea '           | true
        EA       | ''               | false
        EA       | EAX              | false
        """)
    void aCodeMakesItConcernTheAccountsThatHaveItAlone(String code, String said, boolean concerns) {
        assertThat(message(null, null, ShownTo.BOTH, true, code).concerns(said)).isEqualTo(concerns);
    }

    @ParameterizedTest
    @CsvSource({"CARD_ONLINE,PAYERS", "CARD_BY_PHONE,PAYERS", "CARD_BY_STAFF,STAFF", "CASH,STAFF", "CHEQUE,STAFF"})
    void whoStandsThereFollowsFromTheMethod(MethodKind kind, Door door) {
        assertThat(Door.of(kind)).isEqualTo(door);
    }
}
