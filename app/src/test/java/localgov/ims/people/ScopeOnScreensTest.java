package localgov.ims.people;

import static localgov.ims.people.Permission.ALLOCATE_SUSPENSE;
import static localgov.ims.people.Permission.LOAD_ACCOUNTS;
import static localgov.ims.people.Permission.SEE_ACCOUNTS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static localgov.ims.people.Permission.SEE_SUSPENSE;
import static localgov.ims.people.Permission.TAKE_PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.SpringCouncil;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.platform.TypedJdbc;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Whoever is limited to parking fines, to an office or to a method sees and does nothing else, wherever they look.
@WithCouncil
class ScopeOnScreensTest {
    static final String TAX = "774952620";
    static final String FINE = "BJ99518409";
    static final Limits PARKING = Limits.toFunds("11");
    static final Limits ONLINE = new Limits(Set.of(), Set.of("WEB"), Set.of());
    static final Limits BY_CASH = new Limits(Set.of(), Set.of(), Set.of("cash"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    Receipts receipts;

    @Autowired
    JdbcClient db;

    @Autowired
    InstantSource clock;

    /// Sources that are the same arrive once, so doing this before each test does it before the first.
    @BeforeEach
    void moneyCameIn() {
        within(() -> {
            catalogue.load();
            accept("1", "bank", "WEB", Arrival.Line.of("23", TAX, Money.pence(12_345), null));
            accept("2", "cash", "TH", Arrival.Line.of("11", FINE, Money.pence(3_500), null));
            accept("3", "cash", "TH", Arrival.Line.unplaced(Money.pence(7_700), "Nothing was recognised.", "PCN 77"));
            if (itemOf(8_800).isEmpty()) {
                thoughtToBeParking();
            }
            return true;
        });
    }

    <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    void accept(String number, String method, String office, Arrival.Line line) {
        receipts.accept(new Arrival(
                new Source("cash-return", number),
                AccountName.bank("main"),
                London.dayOf(clock.instant()),
                method,
                office,
                "counter",
                "C PAYS",
                List.of(line)));
    }

    /// Money in suspense that recognition thought might be a parking fine.
    void thoughtToBeParking() {
        db.sql("""
                insert into receipts_suspense_item (journal, line, pence, happened_on, payer, narrative, reason, words, source_kind, source_id, candidates)
                select journal, 99, 8800, happened_on, payer, 'PCN 88', reason, words, source_kind, source_id, '[{"fund":"11","account":"BJ99518409"}]'
                  from receipts_suspense_item
                 where pence = 7700
                """).update();
    }

    List<Long> itemOf(long pence) {
        return within(() -> db.sql("select id from suspense_items where pence = :pence")
                .param("pence", pence)
                .query(Long.class)
                .list());
    }

    String text(String path, RequestPostProcessor who) {
        var result = mvc.get().uri(path).with(who).exchange();
        assertThat(result).as(path).hasStatusOk();
        try {
            return Jsoup.parse(result.getResponse().getContentAsString())
                    .select("main")
                    .text();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    String reply(String path, RequestPostProcessor who) {
        var result = mvc.get().uri(path).with(who).exchange();
        assertThat(result).as(path).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

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
