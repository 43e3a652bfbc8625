package localgov.ims.reporting;

import static localgov.ims.ledger.AccountName.clearing;
import static localgov.ims.ledger.AccountName.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.Entry;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.people.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whoever is limited finds all that lies within their limits, and nothing else.
class SearchWithinLimitsTest extends ReceiptsInTheBook {
    @Autowired
    MockMvcTester mvc;

    @Test
    void numbersOfAccountsThatSomebodyMayNotSeeAreNotToldToThemWhenTheyTypeAPart() {
        assertThat(typed("771234", Limits.NONE)).contains("771234561", "771234562");
        assertThat(typed("771234", Limits.toFunds("24"))).doesNotContain("771234561", "771234562");
    }

    private String typed(String part, Limits limits) {
        var reply = mvc.get()
                .uri("/office/receipts?q=" + part)
                .with(Somebody.who(limits, Permission.SEE_RECEIPTS))
                .exchange();
        assertThat(reply).hasStatusOk();
        return new String(reply.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void whoeverIsLimitedToAFundThatFewPayIntoFindsAllOfItAndNothingElse() {
        var found = within(funds("24"), Criteria.ANY, null);
        assertThat(found.receipts()).extracting(FoundReceipt::fund).containsExactly("24");
        assertThat(found.count()).contains(1);
        assertThat(found.next()).isEmpty();
        assertThat(within(funds("24", "23"), Criteria.ANY, null).receipts())
                .extracting(FoundReceipt::fund)
                .containsExactly("23", "23", "24");
        assertThat(within(funds("24"), Criteria.ANY.fund("23"), null).receipts())
                .isEmpty();
        assertThat(within(funds("no-such-fund"), Criteria.ANY, null).receipts()).isEmpty();
        assertThat(within(Scope.EVERYTHING, Criteria.ANY.fund("24"), null).count())
                .contains(1);
    }

    @Test
    void whoeverIsLimitedToAFundThatManyPayIntoTurnsItsPagesWithoutGapsOrRepeats() {
        var seen = new java.util.ArrayList<Long>();
        Position after = null;
        do {
            var found = within(funds("30"), Criteria.ANY, after);
            assertThat(found.count()).contains(ReceiptSearch.COUNTED + 1);
            found.receipts().forEach(one -> seen.add(one.id()));
            after = found.next().orElse(null);
        } while (after != null);
        assertThat(seen).hasSize(1_200).doesNotHaveDuplicates();
    }

    private static Limits limits(String funds, String offices, String methods) {
        return new Limits(codes(funds), codes(offices), codes(methods));
    }

    private static Set<String> codes(String codes) {
        return codes.isEmpty() ? Set.of() : Set.of(codes.split(" "));
    }

    /// Ten receipts at the office by the harbour, one of them a cheque, among more than a thousand others.
    private void atTheHarbour() {
        post(
                "takings",
                "harbour",
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> new Entry(
                                i,
                                clearing("cash"),
                                fund(i % 2 == 0 ? "41" : "40"),
                                Money.pence(700 + i),
                                i % 2 == 0 ? "41" : "40",
                                "HARBOUR" + i,
                                i == 7 ? "07" : "90",
                                "HARB",
                                "till",
                                Entry.Vat.NONE,
                                FRIDAY.minusDays(40L + i),
                                null,
                                "At the Quay",
                                "Mooring"))
                        .toArray(Entry[]::new));
    }

    @ParameterizedTest(name = "funds {0}, offices {1}, methods {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ''    | HARB      | ''    | 1 2 3 4 5 6 7 8 9 10
            ''    | HARB DOCK | ''    | 1 2 3 4 5 6 7 8 9 10
            ''    | DOCK      | ''    | ''
            ''    | ''        | 07    | 7
            ''    | HARB      | 07    | 7
            41    | HARB      | ''    | 2 4 6 8 10
            41 40 | HARB      | ''    | 1 2 3 4 5 6 7 8 9 10
            41    | ''        | 07    | ''
            """)
    void whoeverIsLimitedToWhatFewBringInFindsAllOfItAndNothingElse(
            String funds, String offices, String methods, String expected) {
        atTheHarbour();
        var found = within(new Scope(List.of(limits(funds, offices, methods))), Criteria.ANY, null);
        var accounts = codes(expected).stream().map("HARBOUR"::concat).toList();
        assertThat(found.receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactlyInAnyOrderElementsOf(accounts);
        assertThat(found.count()).contains(accounts.size());
    }

    @Test
    void limitsOfSeveralGrantsStayApart() {
        atTheHarbour();
        var either = new Scope(List.of(limits("41", "HARB", ""), limits("", "", "07")));
        assertThat(within(either, Criteria.ANY, null).receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactlyInAnyOrder("HARBOUR2", "HARBOUR4", "HARBOUR6", "HARBOUR7", "HARBOUR8", "HARBOUR10");
    }

    @Test
    void anIndexLeadsToWhatFewBringInByAnOfficeOrAMethod() {
        var limited = new Scope(List.of(limits("", "HARB", "07")));
        var asked = new SearchConditions(new ReceiptSearch.Within(Criteria.ANY, limited), null, null, true);
        var plan = CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> transactions.execute(_ -> {
                    db.sql("set local enable_seqscan = off").update();
                    return db.sql("explain select id from ledger_postings where " + asked.where())
                            .params(asked.values())
                            .query(String.class)
                            .list();
                }));
        assertThat(String.join("\n", plan)).containsSubsequence("Bitmap Index Scan", "==HARB", "===07");
    }

    @Test
    void aGroupOfFundsIsAllItsFundsAndOneInItOnlyThat() {
        var both = Criteria.ANY.amongFunds(Set.of("23", "24"));
        assertThat(page(both, null, 5000).receipts())
                .extracting(FoundReceipt::fund)
                .contains("23", "24")
                .doesNotContain("30");
        assertThat(page(both.fund("24"), null, 50).receipts())
                .extracting(FoundReceipt::fund)
                .containsExactly("24");
        assertThat(page(both.fund("30"), null, 50).receipts()).isEmpty();
        assertThat(page(Criteria.ANY.amongFunds(Set.of()), null, 50).receipts()).isEmpty();
        assertThat(page(Criteria.ANY.amongFunds(Set.of()), null, 50).count()).contains(0);
        assertThat(within(funds("24"), both, null).receipts())
                .extracting(FoundReceipt::fund)
                .containsExactly("24");
        assertThat(page(both.words(List.of("okafor")), null, 50).receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactly("771234562");
    }
}
