package localgov.ims.people;

import static localgov.ims.people.Permission.ALLOCATE_SUSPENSE;
import static localgov.ims.people.Permission.LOAD_ACCOUNTS;
import static localgov.ims.people.Permission.SEE_SUSPENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import localgov.ims.SpringCouncil;
import localgov.ims.platform.TypedJdbc;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whoever is limited sees and places only what may lie within their limits.
class ScopeInSuspenseTest extends LimitedColleagues {
    @Test
    void suspenseShowsWhatMayLieWithinTheLimits() {
        var item = itemOf(7_700).getFirst();
        var maybe = itemOf(8_800).getFirst();
        var parking = Somebody.who(PARKING, SEE_SUSPENSE);
        assertThat(text("/office/suspense", Somebody.who(Limits.NONE, SEE_SUSPENSE)))
                .contains("PCN 77", "PCN 88", "£165.00");
        assertThat(text("/office/suspense", parking)).contains("PCN 88").doesNotContain("PCN 77", "£165.00");
        assertThat(text("/office/suspense", parking)).as("why it is here").contains("(1)");
        assertThat(Jsoup.parse(reply("/office/suspense", parking))
                        .select("a.ims-places__link[href=/office/suspense]")
                        .text())
                .as("how many wait, beside the navigation")
                .contains("1")
                .doesNotContain("2");
        assertThat(text("/office/suspense?order=largest", parking))
                .contains("PCN 88")
                .doesNotContain("PCN 77");
        assertThat(mvc.get().uri("/office/suspense/" + maybe).with(parking)).hasStatusOk();
        assertThat(mvc.get().uri("/office/suspense/" + item).with(parking)).hasStatus(404);
        assertThat(text("/office/suspense", Somebody.who(BY_CASH, SEE_SUSPENSE)))
                .contains("PCN 77");
        assertThat(text("/office/suspense", Somebody.who(ONLINE, SEE_SUSPENSE))).doesNotContain("PCN 77");
        var byCheque = new Limits(Set.of(), Set.of(), Set.of("cheque"));
        assertThat(text("/office/suspense", Somebody.who(byCheque, SEE_SUSPENSE)))
                .doesNotContain("PCN 77");
        assertThat(reply("/api/v1/suspense", Somebody.program(PARKING, SEE_SUSPENSE)))
                .contains("PCN 88", "\"open\":1")
                .doesNotContain("PCN 77");
        assertThat(mvc.get().uri("/api/v1/suspense/" + item).with(Somebody.program(PARKING, SEE_SUSPENSE)))
                .hasStatus(404);
    }

    @Test
    void whereMoneyMayBelongAndWhereItWentIsSaidWithinTheLimits() {
        taxIsKnown();
        var item = taxOrFine();
        try {
            var path = "/office/suspense/" + item;
            var everything = Somebody.who(Limits.NONE, SEE_SUSPENSE, ALLOCATE_SUSPENSE);
            var parking = Somebody.who(PARKING, SEE_SUSPENSE, ALLOCATE_SUSPENSE);
            var tax = Somebody.who(Limits.toFunds("23"), SEE_SUSPENSE, ALLOCATE_SUSPENSE);
            for (var page : List.of(path, "/office/suspense?q=FINE")) {
                assertThat(text(page, parking)).contains(FINE).doesNotContain(TAX);
                assertThat(text(page, tax)).contains(TAX).doesNotContain(FINE);
            }
            assertThat(text(path, everything)).contains(TAX, FINE, "Council tax");
            assertThat(text(path, parking)).as("funds to choose from").doesNotContain("Council tax");
            var call = "/api/v1/suspense/" + item;
            assertThat(reply(call, Somebody.program(Limits.NONE, SEE_SUSPENSE))).contains(TAX, FINE);
            assertThat(reply(call, Somebody.program(PARKING, SEE_SUSPENSE)))
                    .contains(FINE)
                    .doesNotContain(TAX);

            placedInCouncilTax(item);
            assertThat(text(path, everything)).contains("770000001");
            assertThat(text(path, parking)).doesNotContain("770000001");
        } finally {
            asItWas();
        }
    }

    private void taxIsKnown() {
        assertThat(mvc.post()
                        .uri("/api/v1/accounts")
                        .contentType("text/csv")
                        .content("fund,number,name\n23," + TAX + ",C Pays\n")
                        .with(Somebody.program(Limits.NONE, LOAD_ACCOUNTS)))
                .hasStatusOk();
    }

    private long taxOrFine() {
        return within(() -> db.sql("""
                insert into receipts_suspense_item (journal, line, pence, happened_on, payer, narrative, reason, words, source_kind, source_id, candidates)
                select journal, 98, 9900, happened_on, payer, 'TAX OR FINE', reason, words, source_kind, source_id,
                       '[{"fund":"23","account":"774952620","rule":"token","reasons":["One digit is off"]},
                         {"fund":"11","account":"BJ99518409","rule":"token","reasons":["One digit is off"]}]'
                  from receipts_suspense_item
                 where pence = 7700
                returning id
                """).query(Long.class).single());
    }

    private void placedInCouncilTax(long item) {
        within(() -> db.sql("""
                with counted as (
                    insert into suspense_item (id, pence, allocated) values (:item, 9900, 100) returning id),
                decided as (
                    insert into suspense_allocation (id, item, pence, decided_at, decided_by)
                    select gen_random_uuid(), id, 100, now(), 'ann' from counted returning id)
                insert into suspense_allocation_line (allocation, line, fund, account_number, pence)
                select id, 1, '23', '770000001', 100 from decided
                """).param("item", item).update());
    }

    private static void asItWas() {
        try (var pool = SpringCouncil.ownerPool()) {
            TypedJdbc.client(pool).sql("""
                    set search_path = council_aldermere;
                    delete from suspense_allocation_line;
                    delete from suspense_allocation;
                    delete from suspense_item;
                    delete from receipts_suspense_item where pence = 9900
                    """).update();
        }
    }

    @Test
    void moneyIsPlacedOnlyInFundsWithinTheLimits() {
        var item = itemOf(7_700).getFirst();
        var maybe = itemOf(8_800).getFirst();
        taxIsKnown();
        assertThat(place(maybe, "23", TAX)).hasStatus(422).bodyText().contains("You may not place money in");
        assertThat(place(item, "11", FINE)).hasStatus(404);
        assertThat(within(() -> db.sql("select count(*) from suspense_allocations")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    private MvcTestResult place(long item, String fund, String account) {
        return mvc.post()
                .uri("/office/suspense/" + item)
                .with(Somebody.who(PARKING, SEE_SUSPENSE, ALLOCATE_SUSPENSE))
                .with(csrf())
                .param("fund-1", fund)
                .param("account-1", account)
                .param("amount-1", "10.00")
                .param("seen", Long.toString(item == itemOf(7_700).getFirst() ? 7_700 : 8_800))
                .param("key", UUID.randomUUID().toString())
                .exchange();
    }
}
