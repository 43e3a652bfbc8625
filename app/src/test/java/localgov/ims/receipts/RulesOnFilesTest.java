package localgov.ims.receipts;

import static localgov.ims.rules.TestRules.rule;
import static localgov.ims.rules.TestRules.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Outcome;
import localgov.ims.rules.AccountFrom;
import localgov.ims.rules.RuleAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the council's rules do with lines of its bank's files, to the penny in the book. The laws hold afterwards.
class RulesOnFilesTest extends FilesOfTheBank {
    @BeforeAll
    static void theCouncilHasMoreMethods() {
        council.within(() -> council.db.sql("""
                insert into catalogue_method (code, name, name_cy, kind, open, refundable, by_import)
                values ('card', 'Card', '', 'CARD_ONLINE', true, true, false),
                       ('cash', 'Cash', '', 'CASH', true, false, false),
                       ('cheque', 'Cheque', '', 'CHEQUE', true, false, false)
                """).update());
        aMinuteLater();
    }

    /// What was known of the catalogue is asked anew.
    private static void aMinuteLater() {
        council.setNow(council.clock().instant().plusSeconds(60));
    }

    @AfterEach
    void withoutRules() {
        write(council);
    }

    private static ImportLine only(BankFile file) {
        var read = read(file.bytes(), "ruled.txt");
        assertThat(read.state()).isEqualTo(ImportState.POSTED);
        return lines(read).getFirst();
    }

    private record Posted(
            String fromAccount,
            String toAccount,
            String fund,
            String accountNumber,
            String method,
            String narrative,
            String vatCode) {}

    private static List<Posted> postings(Import file) {
        return council.within(() -> council.db
                .sql("""
                select from_account, to_account, fund, account_number, method, narrative, vat_code
                  from ledger_postings
                 where source_kind = 'import'
                   and source_id = :id
                 order by line
                """)
                .param("id", file.id().value().toString())
                .query(Posted.class)
                .list());
    }

    @Test
    void aRulePlacesWhatRecognitionCannot() {
        write(
                council,
                rule("housing-benefit", 10, "payer starts \"DWP\"").places("23", AccountFrom.FIXED, "771234561"));
        var file = read(
                file().credit(4_411, "DWP HB", "SCHEDULE 7")
                        .credit(4_412, "SOMEBODY", "SCHEDULE 7")
                        .bytes(),
                "placed.txt");
        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(tally(1, 4_411));
        assertThat(lines(file))
                .extracting(ImportLine::outcome, ImportLine::rule, ImportLine::fund, ImportLine::account)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Outcome.POSTED, "rule:housing-benefit", "23", "771234561"),
                        org.assertj.core.groups.Tuple.tuple(Outcome.SUSPENSE, "nothing", null, null));
        assertThat(lines(file).getFirst().reasons())
                .containsExactly("The rule “Rule housing-benefit” (version 1) decided this.");
        assertThat(postings(file)).extracting(Posted::toAccount).containsExactly("fund:23", "suspense");
    }

    @Test
    void aPatternFindsTheAccount() {
        write(
                council,
                rule("old-form", 10, "text matches \"OLD-(?<account>\\d{9})-X\"")
                        .places("23", AccountFrom.PATTERN, ""));
        assertThat(only(file().credit(4_421, "A", "OLD-776543215-X")))
                .returns("23", ImportLine::fund)
                .returns("776543215", ImportLine::account);
    }

    @Test
    void aRuleNeverPlacesWhereThereIsNoSuchAccount() {
        write(
                council,
                rule("old-form", 10, "text matches \"OLD-(?<account>\\d{9})-X\"")
                        .places("23", AccountFrom.PATTERN, ""),
                rule("gone", 20, "text contains \"GONE\"").places("ZZ", AccountFrom.FIXED, "1"));
        var file = read(
                file().credit(4_431, "A", "OLD-776543216-X")
                        .credit(4_432, "A", "OLD-999999999-X")
                        .credit(4_433, "A", "GONE WITH THE WIND")
                        .bytes(),
                "nowhere.txt");
        assertThat(file.outcome(Outcome.SUSPENSE)).isEqualTo(tally(3, 13_296));
        assertThat(reasons(file)).containsOnly("rule-no-place");
        assertThat(lines(file).getLast().reasons())
                .containsExactly("The rule “Rule gone” (version 1) decided this.", "Fund ZZ takes no money.");
    }

    @Test
    void aRuleNeverPlacesInAFundThatIsClosed() {
        write(council, rule("closed", 10, "text contains \"SHUT\"").places("24", AccountFrom.FIXED, "561234564"));
        council.within(() -> council.db
                .sql("update catalogue_fund set open = false where code = '24'")
                .update());
        aMinuteLater();
        try {
            var file = read(file().credit(4_441, "A", "SHUT THE DOOR").bytes(), "closed.txt");
            assertThat(file.outcome(Outcome.SUSPENSE)).isEqualTo(tally(1, 4_441));
            assertThat(reasons(file)).containsExactly("rule-no-place");
        } finally {
            council.within(() -> council.db
                    .sql("update catalogue_fund set open = true where code = '24'")
                    .update());
            aMinuteLater();
        }
    }

    private static List<String> reasons(Import file) {
        return council.within(() -> council.db
                .sql("""
                select reason from receipts_unplaced where source_kind = 'import' and source_id = :id order by line
                """)
                .param("id", file.id().value().toString())
                .query(String.class)
                .list());
    }

    @Test
    void aRuleAgainstACertainReferenceIsNotGuessedBetween() {
        write(council, rule("rates", 10, "text contains \"RATES\"").places("24", AccountFrom.FIXED, "561234564"));
        var file = read(
                file().credit(4_451, "A", "771234561 RATES")
                        .credit(4_452, "A", "561234564 RATES")
                        .bytes(),
                "against.txt");
        assertThat(lines(file)).extracting(ImportLine::outcome).containsExactly(Outcome.SUSPENSE, Outcome.POSTED);
        assertThat(reasons(file)).containsExactly("rule-against-reference");
        assertThat(lines(file).getFirst().reasons().toString())
                .contains("Rule rates")
                .contains("belongs elsewhere")
                .contains("“771234561” in the payer’s reference fits council tax.");
    }

    @Test
    void aRuleThatGoesFirstDecidesAgainstAReference() {
        write(
                council,
                rule("rates", 10, "text contains \"RATES\"")
                        .places("24", AccountFrom.FIXED, "561234564")
                        .first());
        assertThat(only(file().credit(4_461, "A", "771234561 RATES")))
                .returns(Outcome.POSTED, ImportLine::outcome)
                .returns("24", ImportLine::fund)
                .returns("561234564", ImportLine::account);
    }

    @Test
    void aRuleTakesTheAccountFromTheReference() {
        write(
                council,
                rule("tax", 10, "text contains \"TAX\"")
                        .places("23", AccountFrom.REFERENCE, "")
                        .says("By hand", "cash", null));
        var file = read(
                file().credit(4_471, "A", "TAX 771234561")
                        .credit(4_472, "A", "TAX")
                        .bytes(),
                "reference.txt");
        assertThat(lines(file)).extracting(ImportLine::outcome).containsExactly(Outcome.POSTED, Outcome.SUSPENSE);
        assertThat(postings(file).getFirst())
                .returns("771234561", Posted::accountNumber)
                .returns("cash", Posted::method)
                .returns("By hand", Posted::narrative);
        assertThat(reasons(file)).containsExactly("rule-no-place");
    }

    @Test
    void ofTwoPlacesThatAReferenceMayMeanTheRuleSaysWhich() {
        council.within(() -> {
            try {
                var holder = "fund,number\n24,776543215\n".getBytes(StandardCharsets.UTF_8);
                accounts.load(new ByteArrayInputStream(holder), "text/csv", "ann");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(only(file().credit(4_475, "A", "TAX 776543215")))
                .returns("two-places", ImportLine::rule)
                .returns(Outcome.SUSPENSE, ImportLine::outcome);
        write(council, rule("tax", 10, "text contains \"TAX\"").places("23", AccountFrom.REFERENCE, ""));
        assertThat(only(file().credit(4_476, "A", "TAX 776543215")))
                .returns(Outcome.POSTED, ImportLine::outcome)
                .returns("23", ImportLine::fund)
                .returns("776543215", ImportLine::account);
    }

    @Test
    void whatSettlesComesOutOfClearing() {
        write(council, rule("payout", 10, "payer is \"CARD PROVIDER\"").does(RuleAction.SETTLE, "card"));
        var file = read(
                file().credit(4_481, "CARD PROVIDER", "PAYOUT")
                        .debit(481, "CARD PROVIDER", "CHARGES")
                        .bytes(),
                "settles.txt");
        assertThat(file.outcome(Outcome.SETTLED)).isEqualTo(tally(2, 4_962));
        assertThat(postings(file))
                .extracting(Posted::fromAccount, Posted::toAccount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bank:" + bank(file), "clearing:card"),
                        org.assertj.core.groups.Tuple.tuple("clearing:card", "bank:" + bank(file)));
    }

    private static String bank(Import file) {
        return council.within(() -> council.db
                .sql("select distinct bank_account from imports_lines where import = :id")
                .param("id", file.id())
                .query(String.class)
                .single());
    }

    @Test
    void whatWasReturnedGoesBackWhereItCameFrom() {
        write(council, rule("returned", 10, "text contains \"UNPAID\"").does(RuleAction.RETURN, "cheque"));
        var file = read(
                file().debit(4_491, "BANK", "UNPAID CHEQUE")
                        .credit(4_492, "BANK", "UNPAID OURS")
                        .bytes(),
                "returned.txt");
        assertThat(file.outcome(Outcome.RETURNED)).isEqualTo(tally(2, 8_983));
        assertThat(postings(file))
                .extracting(Posted::fromAccount, Posted::toAccount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("clearing:cheque", "bank:" + bank(file)),
                        org.assertj.core.groups.Tuple.tuple("bank:" + bank(file), "suspense:paid-out"));
    }

    @Test
    void whatIsLeftOutHasItsReasonAndIsNotInTheBook() {
        write(council, rule("contra", 10, "text contains \"CONTRA\"").does(RuleAction.IGNORE, null));
        var file = read(
                file().credit(4_501, "A", "CONTRA")
                        .credit(4_502, "A", "CONTRA 771234561")
                        .bytes(),
                "left-out.txt");
        assertThat(file.outcome(Outcome.IGNORED)).isEqualTo(tally(1, 4_501));
        assertThat(lines(file).getFirst().reasons())
                .containsExactly("The rule “Rule contra” (version 1) decided this.", "Look.");
        assertThat(lines(file).getLast().outcome()).isEqualTo(Outcome.SUSPENSE);
        assertThat(postings(file)).hasSize(1);
    }

    @Test
    void aRuleAsksAPersonToLook() {
        write(council, rule("look", 10, "text contains \"BAILIFF\""));
        var file = read(file().credit(4_511, "A", "BAILIFF 771234561").bytes(), "look.txt");
        assertThat(file.outcome(Outcome.SUSPENSE)).isEqualTo(tally(1, 4_511));
        assertThat(reasons(file)).containsExactly("rule-asks");
    }

    @Test
    void aRuleKnowsThePayersAccount() {
        write(
                council,
                rule("agency", 10, "payer-account is \"20-30-40 12345678\" and not text contains \"RENT\"")
                        .places("23", AccountFrom.FIXED, "771234561"));
        assertThat(only(file().credit(4_521, "ANY AGENCY", "LIST 4")))
                .returns("rule:agency", ImportLine::rule)
                .returns("771234561", ImportLine::account);
        assertThat(only(file().credit(4_522, "ANY AGENCY", "RENT"))).returns("nothing", ImportLine::rule);
    }

    @Test
    void whichVersionDecidedStaysWithTheLine() {
        write(council, rule("hb", 10, "text contains \"HB\"").places("23", AccountFrom.FIXED, "771234561"));
        council.within(() -> council.db
                .sql("update rules_rule set version = 4, name = 'Benefit | DWP'")
                .update());
        var line = only(file().credit(4_531, "A", "HB"));
        write(council);
        assertThat(line.reasons()).containsExactly("The rule “Benefit / DWP” (version 4) decided this.");
    }

    /// Both are accounts: no rule takes the first that its pattern comes to.
    @Test
    void ofTwoReferencesInOneLineNoRuleTakesOne() {
        write(
                council,
                rule("number", 10, "text matches \"(?<account>\\d{9})\" or payer matches \"(?<account>\\d{9})\"")
                        .places("23", AccountFrom.PATTERN, ""));
        var file = read(file().credit(4_541, "776543215", "771234561").bytes(), "two-by-pattern.txt");
        assertThat(lines(file)).extracting(ImportLine::outcome).containsExactly(Outcome.SUSPENSE);
        write(
                council,
                rule("fixed", 20, "text contains \"BOTH\"").places("23", AccountFrom.FIXED, "771234561"),
                rule("contra", 30, "text contains \"CONTRA\"").does(RuleAction.IGNORE, null));
        var others = read(
                file().credit(4_542, "776543215", "BOTH 771234561")
                        .credit(4_543, "776543215", "CONTRA 771234561")
                        .bytes(),
                "two.txt");
        assertThat(lines(others)).extracting(ImportLine::outcome).containsOnly(Outcome.SUSPENSE);
        assertThat(reasons(others)).containsOnly("rule-against-reference");
        assertThat(postings(others)).extracting(Posted::toAccount).containsOnly("suspense");
    }

    @Test
    void whatWentOutIsForTheNextRuleThatCanDoSomethingWithIt() {
        write(
                council,
                rule("acme", 10, "payer is \"ACME\"").places("23", AccountFrom.FIXED, "771234561"),
                rule("acme-out", 20, "payer is \"ACME\" and direction is \"out\"")
                        .does(RuleAction.RETURN, "cheque"));
        var file = read(
                file().credit(4_551, "ACME", "LIST")
                        .debit(4_552, "ACME", "UNPAID")
                        .bytes(),
                "next.txt");
        assertThat(lines(file)).extracting(ImportLine::rule).containsExactly("rule:acme", "rule:acme-out");
        assertThat(file.outcome(Outcome.RETURNED)).isEqualTo(tally(1, 4_552));
    }
}
