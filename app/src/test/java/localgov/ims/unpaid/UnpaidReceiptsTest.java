package localgov.ims.unpaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.receipts.Arrival;
import org.junit.jupiter.api.Test;

/// What a bank returned unpaid leaves its account again, and every page and the book say so.
class UnpaidReceiptsTest extends UnpaidJourney {
    @Test
    void aReturnedChequeLeavesItsAccountAgainAndEveryPageSaysSo() {
        var journal = cheque();
        var receipt = "/office/receipts/" + journal + "-1";
        assertThat(page(get(receipt, finance)).select("a[href=%s]".formatted(path(journal))))
                .hasSize(1);
        var form = page(get(path(journal), finance));
        assertThat(form.select("h1").text()).isEqualTo("£120.00 returned unpaid");
        assertThat(form.select("main").text()).contains("C Pays", "Cheque", "the bill is unpaid");

        var reply = send(journal, today().minusDays(2), "Refer to drawer", finance);
        assertThat(reply).hasStatus(303).hasHeader("Location", receipt);
        assertThat(returned(journal))
                .containsExactly("fund:23 > clearing:cheque 12000 0 cheque-unpaid " + today().minusDays(2));

        var story = page(get(receipt, finance));
        assertThat(story.select("main").text())
                .contains("Returned unpaid", "Refer to drawer", "Written down by finance@demo.example");
        assertThat(story.select("a[href=%s]".formatted(path(journal)))).isEmpty();
        var there = page(get(story.select("a:contains(See it in the book)").attr("href"), finance));
        assertThat(there.select("h1").text()).isEqualTo("£120.00 returned unpaid");
        assertThat(there.select("main a[href=%s]".formatted(receipt))).hasSize(1);
        assertThat(noted(journal)).containsExactly("finance@demo.example");
    }

    @Test
    void theAccountShowsThatItWentOutAgain() {
        var journal = cheque();
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        var account = within(() -> db.sql("select id from accounts_account where fund = '23' and number = :number")
                .param("number", CY)
                .query(Long.class)
                .single());
        var rows = page(get("/office/accounts/" + account, finance)).select("tbody tr:contains(£120.00)");
        assertThat(rows.eachText()).anyMatch(row -> row.contains("Returned cheque") && row.contains("Refer to drawer"));
        assertThat(rows.eachText()).anyMatch(row -> row.contains("Cheque") && !row.contains("Refer to drawer"));
    }

    @Test
    void noReceiptIsSentOfWhatWasReturned() {
        var journal = received("demo", CHEQUE, IN_TRANSIT, Arrival.Line.of("23", CY, Money.pounds(1_103, 0), null));
        var email = "/office/receipts/" + journal + "-1/email";
        assertThat(get(email, finance)).hasStatus(200);
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        assertThat(get(email, finance)).hasStatus(404);
    }

    @Test
    void aDirectDebitThatCameByStatementExplainsWhatLeftTheBank() {
        var journal = received(
                "direct-debit", AccountName.bank("main"), Arrival.Line.of("23", CY, Money.pounds(80, 0), null));
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        assertThat(returned(journal)).containsExactly("fund:23 > suspense:paid-out 8000 0 dd-unpaid " + today());
    }

    @Test
    void whatIsMissingOrCannotBeIsSaidAtItsFieldAndNothingIsPosted() {
        var journal = cheque();
        var empty = mvc.post().uri(path(journal)).with(finance).with(csrf()).exchange();
        assertThat(empty).hasStatus(422);
        assertThat(page(empty).select(".govuk-error-message")).hasSize(2);
        for (var day : List.of(today().minusDays(10), today().plusDays(1))) {
            var reply = send(journal, day, "Refer to drawer", finance);
            assertThat(reply).as("%s", day).hasStatus(422);
            var page = page(reply);
            assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#day-day");
            assertThat(page.select("textarea").text()).isEqualTo("Refer to drawer");
        }
        assertThat(send(journal, today(), "x".repeat(301), finance)).hasStatus(422);
        assertThat(returned(journal)).isEmpty();
    }

    @Test
    void itIsWrittenDownInWelshToo() {
        var journal = cheque();
        var welsh = mvc.get()
                .uri(path(journal))
                .with(finance)
                .cookie(new Cookie("lang", "cy"))
                .exchange();
        var page = page(welsh);
        assertThat(page.select("html").attr("lang")).isEqualTo("cy");
        assertThat(page.select("h1").text()).isEqualTo("Dychwelwyd £120.00 heb ei dalu");
        assertThat(page.select("main").text()).contains("Ar ba ddiwrnod", "Siec");
    }
}
