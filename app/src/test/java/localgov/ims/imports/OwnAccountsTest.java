package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.imports.OwnAccounts.Own;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which of the declared accounts a statement is about; never a guess.
class OwnAccountsTest {
    private static final OwnAccounts DECLARED = new OwnAccounts(List.of(
            new Own("main", "56-00-55", "12345678", "GB91NWBK56005512345678", "", true),
            new Own("payroll", "20-12-34", "87654321", "", "PAYROLL-1", true),
            new Own("old", "20-12-34", "11112222", "", "", false),
            new Own("twin", "20-12-34", "33334444", "", "", true),
            new Own("twin-too", "", "", "", "20123433334444", true),
            new Own("pool", "", "", "", "GB29NWBK601613*", true),
            new Own("pool-of-nine", "", "", "", "GB29NWBK6016139*", true)));

    private static String meant(OwnAccounts accounts, String identifier, @Nullable String expected) {
        return switch (accounts.meant(identifier, expected)) {
            case OwnAccounts.This(var code) -> code;
            case OwnAccounts.LikeThis(var code) -> "like " + code;
            case OwnAccounts.NothingDeclared _ -> "nothing declared";
            case OwnAccounts.NotOurs(var check) -> "held: " + check.expected() + ": " + check.actual();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            56005512345678         |         | main
            GB91NWBK56005512345678 |         | main
            GB12HBUK20123487654321 |         | payroll
            PAYROLL-1              |         | payroll
            GB29NWBK60161331926819 |         | like pool
            GB29NWBK60161391926819 |         | like pool-of-nine
            56005512345678         | main    | main
            ''                     | payroll | payroll
            20123411112222         |         | held: an account that ends in 2222: old, which takes no statements
            20123433334444         |         | held: an account that ends in 4444: twin, twin-too alike
            56005512345678         | payroll | held: an account that ends in 5678: main, and its source brings statements of payroll
            """)
    void anAccountIsKnownByWhatIsDeclared(String identifier, @Nullable String expected, String answer) {
        assertThat(meant(DECLARED, identifier, expected)).isEqualTo(answer);
    }

    @Test
    void oneThatIsNotDeclaredIsHeldAndTheReasonDoesNotTellTheWholeNumber() {
        assertThat(meant(DECLARED, "99999900001234", null))
                .startsWith("held: an account that ends in 1234: none of the council’s bank accounts: main, payroll")
                .doesNotContain("99999900001234");
    }

    @Test
    void aFileThatNamesNoneIsAboutTheOnlyOneThereIs() {
        var main = DECLARED.all().getFirst();
        var any = new Own("any", "", "", "", "*", true);
        assertThat(meant(new OwnAccounts(List.of(main, any)), "", null)).isEqualTo("main");
        assertThat(meant(DECLARED, "", null)).startsWith("held: no account: main, payroll");
        assertThat(meant(new OwnAccounts(List.of(any)), "99999900001234", null)).isEqualTo("like any");
    }

    @Test
    void withNothingDeclaredThereIsNothingToCompareWith() {
        assertThat(meant(new OwnAccounts(List.of()), "56005512345678", null)).isEqualTo("nothing declared");
    }

    @ParameterizedTest
    @CsvSource({
        "GB91NWBK56005512345678,true", "GB29NWBK60161331926819,true", "DE89370400440532013000,true",
        "GB91NWBK56005512345687,false", "GB19NWBK56005512345678,false", "GB91NWBK5600551234567,false"
    })
    void anIbanWithADigitOrTwoWrongIsKnown(String iban, boolean holds) {
        assertThat(Iban.holds(iban)).isEqualTo(holds);
    }
}
