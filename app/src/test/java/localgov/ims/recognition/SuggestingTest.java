package localgov.ims.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.accounts.TestAccounts;
import localgov.ims.catalogue.CatalogueOnPaper;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.recognition.Suggesting.Before;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestingTest {
    private static final CatalogueSnapshot CATALOGUE = CatalogueOnPaper.aldermere();
    private static final AccountIndex ACCOUNTS = TestAccounts.index(
            "23/774952620", "23/770000000", "24/561234564", "5/61100513680", "20/M0000012345", "25/71234567");

    private static List<Suggested> suggested(BankLine line, Before... before) {
        var recognised =
                (Recognition.Unplaced) Recogniser.of(CATALOGUE, ACCOUNTS).recognise(line);
        return new Suggesting(CATALOGUE, ACCOUNTS)
                .possible(line, recognised.candidates(), List.of(before))
                .ranked(Evidence.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock = """
            said                 | account      | how
            774952602            | 774952620    | swapped
            CTAX 774952621       | 774952620    | wrong
            77495262             | 774952620    | missing
            7749526220           | 774952620    | too-many
            7749S262O            | 774952620    | looks-alike
            77495Z62O NOV        | 774952620    | looks-alike
            4952620              | 774952620    | prefix-missing
            77774952620          | 774952620    | prefix-twice
            774952620123         | 774952620    | more-behind
            774952620123456      | 774952620    | more-behind
            CTAX774952620        | 774952620    | attached
            M12345               | M0000012345  | zeros-lost
            6.11005E+10          | 61100513680  | rounded
            7.74953E+08          | 774952620    | rounded
            6110 051 3608        | 61100513680  | swapped
            """,
            delimiter = '|',
            useHeadersInDisplayName = true,
            ignoreLeadingAndTrailingWhitespace = true)
    void whatWasMeantIsSuggestedFirst(String said, String account, String how) {
        var line = BankLine.of(said, "", List.of());
        var first = suggested(line).getFirst();
        assertThat(first.account()).isEqualTo(account);
        assertThat(first.how().code()).isEqualTo(how);
        assertThat(first.reasons()).isNotEmpty().allSatisfy(reason -> {
            assertThat(reason.english()).isNotBlank();
            assertThat(reason.welsh()).isNotBlank().isNotEqualTo(reason.english());
        });
    }

    @Test
    void whomThePayersBankAccountPaidIsSuggestedThoughNothingIsWritten() {
        var first = suggested(
                        new BankLine("THANK YOU", "SOMEBODY", List.of(), 100, "p"),
                        new Before("23", "774952620", 4, false),
                        new Before("25", "71234567", 1, true))
                .getFirst();
        assertThat(first.account()).isEqualTo("774952620");
        assertThat(first.how()).isEqualTo(How.PAID_BEFORE);
        assertThat(first.reasons())
                .containsExactly(new Reason(
                        "This payer’s bank account has paid it 4 times before",
                        "Mae cyfrif banc y talwr hwn wedi’i dalu 4 gwaith o’r blaen"));
    }

    @Test
    void aSlipThatLeadsToWhatWasPaidBeforeComesBeforeOthers() {
        var ranked = suggested(
                new BankLine("774952621", "SOMEBODY", List.of(), 100, "p"), new Before("23", "770000000", 1, false));
        assertThat(ranked).extracting(Suggested::account).startsWith("770000000", "774952620");
        var confirmed = suggested(
                new BankLine("774952621", "SOMEBODY", List.of(), 100, "p"),
                new Before("23", "770000000", 1, false),
                new Before("23", "774952620", 1, false));
        assertThat(confirmed.getFirst().account()).isEqualTo("774952620");
    }

    @Test
    void whatIsNearNothingSuggestsNothing() {
        assertThat(suggested(BankLine.of("INVOICE OF 20/11/2026", "SOMEBODY", List.of("14:05"))))
                .isEmpty();
        assertThat(suggested(BankLine.of("1.2E+300 9.99E+99", "", List.of()))).isEmpty();
    }

    @Test
    void nothingIsSuggestedThatIsNoAccount() {
        assertThat(suggested(
                        new BankLine("HELLO", "X", List.of(), 1, "p"),
                        new Before("23", "771111118", 3, false),
                        new Before("99", "1", 3, false),
                        new Before("1", "X", 3, false)))
                .isEmpty();
    }
}
