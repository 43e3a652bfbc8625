package localgov.ims.people;

import static localgov.ims.people.Permission.LOAD_ACCOUNTS;
import static localgov.ims.people.Permission.SEE_ACCOUNTS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static localgov.ims.people.Permission.SEE_SUSPENSE;
import static localgov.ims.people.Permission.TAKE_PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whoever is limited to parking fines, to an office or to a method sees and does nothing else, wherever they look.
class ScopeOnScreensTest extends LimitedColleagues {
    @Test
    void receiptsAreFoundWithinTheLimitsOnly() {
        assertThat(text("/office/receipts", Somebody.who(Limits.NONE, SEE_RECEIPTS)))
                .contains(TAX, FINE, "£77.00");
        for (var limits : List.of(PARKING, new Limits(Set.of("11"), Set.of("TH"), Set.of("cash")))) {
            assertThat(text("/office/receipts", Somebody.who(limits, SEE_RECEIPTS)))
                    .contains(FINE)
                    .doesNotContain(TAX, "£77.00");
        }
        assertThat(text("/office/receipts", Somebody.who(ONLINE, SEE_RECEIPTS)))
                .contains(TAX)
                .doesNotContain(FINE, "£77.00");
        assertThat(text("/office/receipts", Somebody.who(BY_CASH, SEE_RECEIPTS)))
                .contains(FINE, "£77.00")
                .doesNotContain(TAX);
    }

    @Test
    void everyWayOfFindingKeepsWithinTheLimits() {
        var parking = Somebody.who(PARKING, SEE_RECEIPTS);
        for (var typed : List.of(TAX, "123.45", "120-130", "pays", "C PAYS 1", "774952")) {
            assertThat(text("/office/receipts?q=" + typed.replace(" ", "+"), parking))
                    .as(typed)
                    .doesNotContain("Bank transfer");
        }
        assertThat(text("/office/receipts?q=" + TAX, Somebody.who(Limits.NONE, SEE_RECEIPTS)))
                .contains("Bank transfer");
        assertThat(text("/office/receipts?fund=23", parking)).doesNotContain("Bank transfer");
        assertThat(text("/office/receipts?q=pays", parking)).contains(FINE);
    }

    @Test
    void theApiFindsReceiptsWithinTheLimitsOfTheKey() {
        assertThat(reply("/api/v1/receipts", Somebody.program(PARKING, SEE_RECEIPTS)))
                .contains(FINE)
                .doesNotContain(TAX);
        assertThat(reply("/api/v1/receipts?fund=23", Somebody.program(PARKING, SEE_RECEIPTS)))
                .doesNotContain(TAX);
    }

    @Test
    void aReceiptOutsideTheLimitsIsNotThere() {
        var place = within(
                        () -> db.sql("""
                select journal || '-' || line as place
                  from ledger_postings
                 where account_number = :tax
                """).param("tax", TAX).query(String.class).list())
                .getFirst();
        assertThat(mvc.get().uri("/office/receipts/" + place).with(Somebody.who(Limits.NONE, SEE_RECEIPTS)))
                .hasStatusOk();
        assertThat(mvc.get().uri("/office/receipts/" + place).with(Somebody.who(PARKING, SEE_RECEIPTS)))
                .hasStatus(404);
    }

    @Test
    void theMorningAddsUpWhatLiesWithinTheLimits() {
        assertThat(text("/office", Somebody.who(Limits.NONE, SEE_RECEIPTS))).contains("£235.45");
        assertThat(text("/office", Somebody.who(PARKING, SEE_RECEIPTS)))
                .contains("£35.00")
                .doesNotContain("£235.45", "£123.45");
        assertThat(text("/office", Somebody.who(ONLINE, SEE_RECEIPTS)))
                .contains("£123.45")
                .doesNotContain("£35.00", "£112.00");
        assertThat(text("/office", Somebody.who(new Limits(Set.of("11"), Set.of("TH"), Set.of()), SEE_RECEIPTS)))
                .contains("£35.00")
                .doesNotContain("£112.00");
        assertThat(text(
                        "/office",
                        Somebody.who(new Limits(Set.of(), Set.of("TH", "WEB"), Set.of("cash")), SEE_RECEIPTS)))
                .contains("£112.00")
                .doesNotContain("£123.45");
        assertThat(text("/office", Somebody.who(BY_CASH, SEE_RECEIPTS)))
                .contains("£112.00")
                .doesNotContain("£123.45");
        assertThat(text("/office", Somebody.who(PARKING, SEE_RECEIPTS, SEE_SUSPENSE)))
                .contains("£88.00")
                .doesNotContain("£165.00");
    }

    @Test
    void theMorningSaysNothingOfWhatSomebodyMayNotSeeAtAll() {
        assertThat(text("/office", Somebody.who(Limits.NONE, SEE_RECEIPTS, SEE_SUSPENSE)))
                .contains("In suspense");
        assertThat(text("/office", Somebody.who(Limits.NONE, SEE_RECEIPTS))).doesNotContain("In suspense");
    }

    @Test
    void accountsOfOtherFundsAreNeitherSeenNorLoaded() {
        var load = mvc.post()
                .uri("/api/v1/accounts")
                .contentType("text/csv")
                .content("fund,number,name\n23," + TAX + ",C Pays\n");
        assertThat(load.with(Somebody.program(PARKING, LOAD_ACCOUNTS)).exchange())
                .hasStatus(422)
                .bodyText()
                .contains("You may not load accounts of this fund");
        assertThat(mvc.post()
                        .uri("/api/v1/accounts")
                        .contentType("text/csv")
                        .content("fund,number,name\n23," + TAX + ",C Pays\n")
                        .with(Somebody.program(Limits.toFunds("23"), LOAD_ACCOUNTS)))
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri("/api/v1/accounts/23/" + TAX)
                        .with(Somebody.program(Limits.toFunds("23"), SEE_ACCOUNTS)))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/accounts/23/" + TAX).with(Somebody.program(PARKING, SEE_ACCOUNTS)))
                .hasStatus(404);
    }

    @Test
    void accountHoldersAreLookedUpWithinTheLimitsOnly() {
        assertThat(mvc.post()
                        .uri("/api/v1/accounts")
                        .contentType("text/csv")
                        .content("fund,number,name\n23," + TAX + ",C Pays\n")
                        .with(Somebody.program(Limits.NONE, LOAD_ACCOUNTS)))
                .hasStatusOk();
        assertThat(text("/office/accounts", Somebody.who(Limits.NONE, SEE_ACCOUNTS)))
                .contains("Council tax", "Parking fines");
        assertThat(text("/office/accounts", Somebody.who(PARKING, SEE_ACCOUNTS)))
                .contains("Parking fines")
                .doesNotContain("Council tax");
        for (var typed : List.of(TAX, "pays")) {
            assertThat(suggested(typed, Limits.NONE)).bodyText().contains(TAX);
            assertThat(suggested(typed, Limits.toFunds("23"))).bodyText().contains(TAX);
            assertThat(suggested(typed, PARKING)).bodyText().isEqualTo("[]");
        }
        var id = within(() -> db.sql("select id from accounts_account where number = :tax")
                .param("tax", TAX)
                .query(Long.class)
                .single());
        assertThat(mvc.get().uri("/office/accounts/" + id).with(Somebody.who(Limits.NONE, SEE_ACCOUNTS)))
                .hasStatusOk();
        assertThat(mvc.get().uri("/office/accounts/" + id).with(Somebody.who(PARKING, SEE_ACCOUNTS)))
                .hasStatus(404);
        assertThat(reply("/office/accounts/" + id, Somebody.who(Limits.NONE, SEE_ACCOUNTS)))
                .as("nothing is said of what was paid, not even that it is nothing")
                .doesNotContain("id=\"history\"");
        assertThat(text("/office/accounts/" + id, Somebody.who(Limits.NONE, SEE_ACCOUNTS, SEE_RECEIPTS)))
                .contains("£123.45");
        assertThat(text("/office/accounts/" + id, Somebody.who(BY_CASH, SEE_ACCOUNTS, SEE_RECEIPTS)))
                .doesNotContain("£123.45");
    }

    private MvcTestResult suggested(String typed, Limits limits) {
        return mvc.post()
                .uri("/office/accounts/suggestions")
                .param("q", typed)
                .with(Somebody.who(limits, SEE_ACCOUNTS))
                .with(csrf())
                .exchange();
    }

    @Test
    void aKeyTakesPaymentsWithinItsLimitsOnly() {
        assertThat(pay("23", TAX, PARKING)).hasStatus(422).bodyText().contains("not_permitted");
        assertThat(pay("11", FINE, BY_CASH)).hasStatus(422).bodyText().contains("not_permitted");
        assertThat(pay("11", FINE, PARKING)).hasStatus(201);
        assertThat(reply("/api/v1/funds", Somebody.program(PARKING, TAKE_PAYMENTS)))
                .contains("\"11\"")
                .doesNotContain("\"23\"");
    }

    @Test
    void aPaymentOfAnotherFundIsNotThere() throws Exception {
        var made = pay("11", FINE, Limits.NONE).getResponse().getContentAsString();
        var reference = made.replaceAll("(?s).*\"reference\":\"([^\"]+)\".*", "$1");
        assertThat(mvc.get().uri("/api/v1/payments/" + reference).with(Somebody.program(PARKING, TAKE_PAYMENTS)))
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri("/api/v1/payments/" + reference)
                        .with(Somebody.program(Limits.toFunds("23"), TAKE_PAYMENTS)))
                .hasStatus(404);
    }

    private MvcTestResult pay(String fund, String account, Limits limits) {
        return mvc.post()
                .uri("/api/v1/payments")
                .with(Somebody.program(limits, TAKE_PAYMENTS))
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"lines":[{"fund":"%s","account":"%s","amount":100}]}""".formatted(fund, account))
                .exchange();
    }
}
