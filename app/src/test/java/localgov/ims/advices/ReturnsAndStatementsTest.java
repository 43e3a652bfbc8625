package localgov.ims.advices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.imports.ImportState;
import localgov.ims.people.SignedInAs;
import localgov.ims.receipts.BankFile;
import org.junit.jupiter.api.Test;

/// The report and the bank's own line about one return are one return, whichever comes first.
class ReturnsAndStatementsTest extends ReturnsJourney {
    private static int files = 810_000;

    private long debitOf(long amount) {
        return debit(CY, amount, BankFile.DAY.minusDays(3));
    }

    private void report(long amount) {
        handIn(BacsFile.unpaid("R" + amount, BankFile.DAY)
                .debit(CY, amount, BankFile.DAY.minusDays(3), "0")
                .bytes());
        look();
    }

    private void statement(long amount) {
        var file = handIn(BankFile.ofDay()
                .numbered(Integer.toString(++files))
                .ofAccount("56005512345678")
                .debit(amount, "ALDERMERE", "UNPAID " + CY)
                .bytes());
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
    }

    /// What stays unexplained of an amount, in pence.
    private long unexplained(long amount) {
        return within(
                () -> db.sql("""
                select coalesce(sum(case when to_account = 'suspense:paid-out' then pence else -pence end), 0)
                  from ledger_postings
                 where pence = :amount
                   and 'suspense:paid-out' in (from_account, to_account)
                """).param("amount", amount).query(Long.class).single());
    }

    @Test
    void inEitherOrderTheBillIsUnpaidOnceAndNothingStaysUnexplained() {
        long first = amount();
        debitOf(first);
        report(first);
        assertThat(unexplained(first)).isEqualTo(first);
        statement(first);

        long second = amount();
        debitOf(second);
        statement(second);
        assertThat(unexplained(second)).isEqualTo(-second);
        report(second);

        assertThat(unexplained(first)).isZero();
        assertThat(unexplained(second)).isZero();
        assertThat(undone(first)).hasSize(1);
        assertThat(undone(second)).hasSize(1);
    }

    @Test
    void theBanksOwnLineIsShownBesideTheReturn() {
        long amount = amount();
        debitOf(amount);
        report(amount);
        var finance = SignedInAs.finance();
        var path = AdviceScreens.path(only(amount).id());
        assertThat(page(mvc.get().uri(path).with(finance).exchange()).select("main a[href*=/lines/]"))
                .isEmpty();
        statement(amount);
        var link = page(mvc.get().uri(path).with(finance).exchange()).select("main a[href*=/lines/]");
        assertThat(link).hasSize(1);
        assertThat(mvc.get().uri(link.attr("href")).with(finance).exchange()).hasStatus(200);
    }

    @Test
    void whatBecameOfInstructionsIsListedWithWhatToDoAndTakesNothingOut() {
        var reference = "I" + amount();
        var file = handIn(BacsFile.cancelled(reference, LocalDate.of(2026, 11, 20)));
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        look();
        var page = page(mvc.get()
                .uri("/office/advices?show=instructions")
                .with(SignedInAs.finance())
                .exchange());
        assertThat(page.select("tbody tr:contains(%s)".formatted(reference)).text())
                .contains("Bacs ADDACS", "The payer has cancelled the instruction", "Collect nothing more");
        assertThat(within(() -> returns.list(List.of(ReturnState.values()), null, null, 500)))
                .noneMatch(back -> back.reference().equals(reference));
    }
}
