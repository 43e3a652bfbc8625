package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be said of a reference that somebody copied wrongly, from its form alone.
class SlipTest {
    private static final ReferenceFormat PARKING = ReferenceFormat.of(new ReferenceRules(
            "parking",
            "Parking",
            10,
            10,
            null,
            List.of(),
            "",
            "BJ#######@",
            CheckDigit.weightedSum(11, "05", List.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), false, Map.of(10, "A"))));

    private static final ReferenceFormat NO_CHECK =
            ReferenceFormat.of(new ReferenceRules("plain", "Plain", 8, 8, null, List.of(), "", "GW######", null));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", useHeadersInDisplayName = true, textBlock = """
            typed         | says
            BJ99518409    | -
            bj 9951 8409  | -
            BJ99518490    | Swapped[at=9, first=9, second=0]
            BJ99581409    | Swapped[at=6, first=8, second=1]
            BJ99518408    | Somewhere[]
            BJ995184O9    | LooksAlike[at=9, typed=O, meant=0]
            BJ99S184O9    | LooksAlike[at=5, typed=S, meant=5]
            BJ9951840     | -
            XX99518409    | -
            what is this  | -
            """)
    void aSlipIsNamedWhereTheFormShowsIt(String typed, String says) {
        assertThat(PARKING.slip(typed).map(Object::toString).orElse(null)).isEqualTo(says);
    }

    @Test
    void aFormatWithoutACheckDigitCannotTell() {
        assertThat(NO_CHECK.slip("GW12E456")).isEmpty();
        assertThat(NO_CHECK.slip("GWO23456")).isEmpty();
    }
}
