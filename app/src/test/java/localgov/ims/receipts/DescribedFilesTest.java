package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.catalogue.TestCatalogue;
import localgov.ims.formats.Check;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.LeftOut;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Received;
import localgov.ims.imports.Tally;
import localgov.ims.imports.TestImports;
import localgov.ims.ledger.pen.Pens;
import localgov.ims.recognition.TestRecognisers;
import localgov.ims.rules.AccountFrom;
import localgov.ims.rules.RuleAction;
import localgov.ims.rules.TestRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files that are of no format of banks, and of which a description says how to read them.
class DescribedFilesTest extends FilesOfTheBank {
    private static int days;

    @BeforeAll
    static void anAgentAndWhereItsFilesComeFrom() {
        council.within(() -> {
            council.db.sql("""
                    insert into catalogue_method (code, name, name_cy, kind, open, refundable, by_import)
                    values ('paypoint', 'PayPoint', '', 'AGENT', true, false, true)
                    """).update();
            council.db
                    .sql("insert into catalogue_office (code, name) values ('TH', 'Town hall')")
                    .update();
            return council.db.sql("""
                    insert into imports_source (code, name, method, file_names, totals_must_tie, on_monday, on_tuesday, on_wednesday,
                           on_thursday, on_friday, on_saturday, on_sunday, contact, open)
                    values ('agent', 'The agent', 'paypoint', 'agent*', false, false, false, false, false, false, false, false, '', true),
                           ('banks', 'The bank', 'BT', 'bank*', false, false, false, false, false, false, false, false, '', true)
                    """).update();
        });
        // What is known of the catalogue was remembered before.
        catalogue = TestCatalogue.on(council);
        statements = new StatementReceipts(
                Pens.on(council),
                catalogue,
                TestRecognisers.of(catalogue, accounts),
                TestRules.on(council),
                accounts,
                TestFileTakingBack.on(council));
        imports = TestImports.on(council, statements);
    }

    /// A day of its own for each file, so that only what a test makes alike is alike.
    private static String day() {
        days++;
        return "%02d/%02d/2025".formatted(days % 28 + 1, days / 28 + 1);
    }

    private static Import read(String text, String name) {
        return read(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private static String lloyds(String day, String... rows) {
        var text = new StringBuilder(
                "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance,\n");
        for (var row : rows) {
            text.append(day).append(row).append('\n');
        }
        return text.toString();
    }

    private static List<String> posted(ImportId id) {
        return council.within(() -> council.db
                .sql("""
                select concat_ws(' ', from_account, to_account, pence, method, channel, office)
                  from ledger_postings
                 where source_kind = 'import'
                   and source_id = :id
                 order by line
                """)
                .param("id", id.value().toString())
                .query(String.class)
                .list());
    }

    private static List<Check> failing(Import file) {
        return file.checks().stream().filter(check -> !check.holds()).toList();
    }

    @Test
    void aStatementIsKnownByItsContentPostedAndAccountedFor() {
        var file = read(
                lloyds(
                        day(),
                        ",DD,'20-00-00,12345678,WATER LTD,35.50,,1184.50,",
                        ",FPI,'20-00-00,12345678,NO REFERENCE,,100.00,1220.00,",
                        ",FPI,'20-00-00,12345678,MILLS A 771234561,,120.00,1120.00,"),
                "statement.csv");
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(file.format()).isNull();
        assertThat(file.description())
                .isEqualTo(new Import.Description(
                        "lloyds-online", 1, "Lloyds, Halifax and Bank of Scotland statement (CSV)"));
        assertThat(file.credits()).isEqualTo(tally(2, 22_000));
        assertThat(file.debits()).isEqualTo(tally(1, 3_550));
        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(tally(1, 12_000));
        assertThat(file.outcome(Outcome.SUSPENSE)).isEqualTo(tally(2, 13_550));
        assertThat(file.checks()).extracting(Check::check).contains("running-balance");
        var bank = posted(file.id()).getFirst().split(" ")[1];
        assertThat(bank).startsWith("bank:");
        assertThat(posted(file.id()))
                .containsExactly(
                        "suspense:paid-out " + bank + " 3550 BT bank",
                        bank + " suspense 10000 BT bank",
                        bank + " fund:23 12000 BT bank");
    }

    @Test
    void theSameEntriesInALaterDownloadArePostedOnce() {
        var day = day();
        var one = ",FPI,'20-00-00,12345678,MILLS A 771234561,,121.00,1121.00,";
        var file = read(lloyds(day, one), "monday.csv");
        var more = read(lloyds(day, ",FPI,'20-00-00,12345678,WARD B 776543215,,11.00,1132.00,", one), "tuesday.csv");
        assertThat(posted(file.id())).hasSize(1);
        assertThat(posted(more.id())).hasSize(1);
        assertThat(more.outcome(Outcome.IGNORED)).isEqualTo(tally(1, 12_100));
        assertThat(more.outcome(Outcome.POSTED)).isEqualTo(tally(1, 1_100));
    }

    /// As if the description had been changed between the two: it may take other texts from the same row.
    @Test
    void whatAnotherVersionOfTheDescriptionMayHaveBroughtAlreadyIsForAPerson() {
        var day = day();
        var one = ",FPI,'20-00-00,12345678,MILLS A 771234561,,121.00,1121.00,";
        var file = read(lloyds(day, one), "monday.csv");
        council.within(() -> council.db.sql("""
                        update imports_file
                           set profile_version = 7
                         where id = :id
                        """).param("id", file.id().value()).update());

        assertThat(read(lloyds(day, one) + "\n", "same.csv").state()).isEqualTo(ImportState.POSTED);
        var more = read(lloyds(day, one.replace("MILLS A", "MILLS A REF")), "tuesday.csv");
        assertThat(more.state()).isEqualTo(ImportState.HELD);
        assertThat(failing(more)).singleElement().satisfies(check -> {
            assertThat(check.check()).isEqualTo("described-before");
            assertThat(check.expected()).isEqualTo("lloyds-online 1");
            assertThat(check.actual()).contains("lloyds-online 7");
        });
        assertThat(posted(more.id())).isEmpty();
        assertThat(read(lloyds(day(), one), "another day.csv").state()).isEqualTo(ImportState.POSTED);
    }

    @Test
    void ofManyUploadsOfTheSameBytesOneIsNew() throws Exception {
        var bytes = lloyds(day(), ",FPI,'20-00-00,12345678,MILLS A 771234561,,122.00,1122.00,")
                .getBytes(StandardCharsets.UTF_8);
        var barrier = new CyclicBarrier(4);
        Callable<Received> upload = () -> {
            barrier.await();
            return receive(bytes, "same.csv");
        };
        try (var callers = Executors.newFixedThreadPool(4)) {
            var answers = callers.invokeAll(List.of(upload, upload, upload, upload)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(Received.New.class::isInstance).hasSize(1);
            council.within(imports::runWaiting);
            assertThat(posted(isNew(answers.stream()
                            .filter(Received.New.class::isInstance)
                            .findFirst()
                            .orElseThrow())))
                    .hasSize(1);
        }
    }

    @Test
    void moneyThatAnAgentCollectedStandsWithTheAgent() {
        var day = day();
        var file = read("""
                POST001BERN771234561      120.00P%1$s
                SHOP0029999999999990       45.50T%1$s
                POST001BERN771234561      -45.50Q%1$s
                -
                Total Amount Updated onto System:           120.00
                Total Transactions updated onto System:          3
                """.formatted(day), "agent-1.txt");
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(failing(file)).isEmpty();
        assertThat(posted(file.id()))
                .containsExactly(
                        "clearing:paypoint fund:23 12000 paypoint agent",
                        "clearing:paypoint suspense 4550 paypoint agent",
                        "suspense:paid-out clearing:paypoint 4550 paypoint agent");
        var back = lines(file).getLast();
        assertThat(back.rule()).isEqualTo("taken-back");
        assertThat(back.reasons().getFirst()).contains("took this back");
    }

    @Test
    void moneyThatSomebodyCollectedIsHeldWhileNobodySaysByWhichMethodItIsPaidOver() {
        var file = "POST001BERN771234561      123.00P%s%nTotal Amount Updated onto System:           123.00%n"
                + "Total Transactions updated onto System:          1%n";
        for (var name : List.of("unknown.txt", "bank-1.txt")) {
            var held = read(file.formatted(day()), name);
            assertThat(held.state()).isEqualTo(ImportState.HELD);
            assertThat(failing(held)).extracting(Check::check).containsExactly("method");
            assertThat(posted(held.id())).isEmpty();
            assertThat(held.outcome(Outcome.POSTED)).isEqualTo(Tally.NONE);
        }
    }

    @Test
    void aTotalOrANumberThatDiffersHoldsTheWholeFile() {
        var held = read("""
                POST001BERN771234561      124.00P%s
                Total Amount Updated onto System:           124.01
                Total Transactions updated onto System:          2
                """.formatted(day()), "agent-2.txt");
        assertThat(held.state()).isEqualTo(ImportState.HELD);
        assertThat(failing(held)).extracting(Check::check).containsExactlyInAnyOrder("trailer-total", "trailer-count");
        assertThat(posted(held.id())).isEmpty();
    }

    @Test
    void aFileThatWasCutOffIsHeld() {
        var held = read("POST001BERN771234561      125.00P%s%n".formatted(day()), "agent-3.txt");
        assertThat(held.state()).isEqualTo(ImportState.HELD);
        assertThat(failing(held)).extracting(Check::check).contains("file-is-whole");
        assertThat(posted(held.id())).isEmpty();
    }

    @Test
    void aSettlementOfPaymentsThatAreInTheBookPostsNothing() {
        var file = read("""
                Transaction Date 20 Nov 2026 - 21 Nov 2026
                Transaction date,Processed date,Transaction amount,Transaction currency,Card number,Transaction type,Card type,Card scheme,Channel,Acquirer reference number,Merchant ID,Group Number,Chain Number,Outlet Number,
                20 Nov 2026,21 Nov 2026,120.00,GBP,4444********1111,Sale,Debit,Visa,Online,'74501234567890123456789',8008566,1,2,3,
                20 Nov 2026,21 Nov 2026,20.00,GBP,4444********1111,Sales Refund,Debit,Visa,Online,'74501234567890123456790',8008566,1,2,3,
                """, "settlement.csv");
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(file.outcome(Outcome.IGNORED)).isEqualTo(tally(2, 14_000));
        assertThat(posted(file.id())).isEmpty();
        assertThat(lines(file)).extracting(ImportLine::rule).containsOnly("told-of");
        assertThat(lines(file).getFirst().reasons().getFirst()).contains("posted when they were made");
    }

    @Test
    void whereTwoDescriptionsFitAPersonChooses() {
        var text = """
                Reference,Description,Amount,Cardholder Name,State,Provider ID,GOV.UK Payment ID,Date Created,Total Amount,Fee,Net
                771234561,Council tax,100.00,Ann Mills,Success,pi_1,3abc88o2gt,20 Nov 2026,100.00,3.17,96.83
                """;
        var held = read(text, "pay.csv");
        assertThat(held.state()).isEqualTo(ImportState.HELD);
        assertThat(failing(held)).singleElement().satisfies(check -> {
            assertThat(check.check()).isEqualTo("profile");
            assertThat(check.actual()).isEqualTo("govuk-pay-payout, govuk-pay-transactions");
        });
        assertThat(held.lines()).isZero();
        var ann = "ann@aldermere.example";
        assertThat(council.within(() -> imports.readBy(held.id(), "none-such", ann)))
                .isEqualTo(Imports.ReadingBy.NO_SUCH_DESCRIPTION);
        assertThat(council.within(() -> imports.readBy(held.id(), "lloyds-online", ann)))
                .isEqualTo(Imports.ReadingBy.WAITS);
        council.within(() -> imports.run(held.id()));
        assertThat(find(held.id()).state()).isEqualTo(ImportState.REFUSED);
        assertThat(find(held.id()).problems().getFirst().problem()).contains("heading is missing");
        assertThat(council.within(() -> imports.readBy(held.id(), "govuk-pay-transactions", ann)))
                .isEqualTo(Imports.ReadingBy.WAITS);
        council.within(() -> imports.run(held.id()));
        assertThat(find(held.id()).state()).isEqualTo(ImportState.POSTED);
        assertThat(find(held.id()).lines()).isEqualTo(1);
        assertThat(council.within(() -> imports.readBy(held.id(), "govuk-pay-payout", ann)))
                .isEqualTo(Imports.ReadingBy.TOO_LATE);
    }

    private static String paypoint(String day, String... rows) {
        var text = new StringBuilder("H,4711,%s%n".formatted(day));
        int pence = 0;
        for (var row : rows) {
            text.append("D,9826,771234561,2500,%s 09:15:00,%s%n".formatted(day, row));
            pence += row.endsWith("V") ? -2_500 : 2_500;
        }
        return text.append("T,%d,%d%n".formatted(rows.length, pence)).toString();
    }

    @Test
    void whatTellsAPaymentFromEveryOtherTellsItInALaterFileToo() {
        var day = day();
        var file = read(paypoint(day, "SHOP1,TX1,", "SHOP1,TX2,"), "agent-4.csv");
        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(tally(2, 5_000));
        var later = read(paypoint(day, "SHOP9,TX2,", "SHOP1,TX3,", "SHOP1,TX2,V"), "agent-5.csv");
        assertThat(later.outcome(Outcome.IGNORED)).isEqualTo(tally(1, 2_500));
        assertThat(later.outcome(Outcome.POSTED)).isEqualTo(tally(1, 2_500));
        assertThat(later.outcome(Outcome.SUSPENSE)).isEqualTo(tally(1, 2_500));
    }

    @Test
    void onePaymentTwiceInAFileIsNoticedWhateverItsAmountsAre() {
        var day = day();
        var file =
                "H,4711,%1$s%nD,9826,771234561,2500,%1$s 09:15:00,SHOP1,TX8,%nD,9826,771234561,1500,%1$s 10:15:00,SHOP1,TX8,%nT,2,4000%n"
                        .formatted(day);
        var held = read(file, "agent-7.csv");
        assertThat(held.state()).isEqualTo(ImportState.HELD);
        assertThat(failing(held)).extracting(Check::check).containsExactly("identity");
        assertThat(posted(held.id())).isEmpty();
    }

    private static Import from(String text, String name, String source) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var id = council.within(() -> {
            try {
                var received =
                        imports.receive(new ByteArrayInputStream(bytes), name, null, source, "ann@aldermere.example");
                return ((Received.New) received).id();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        council.within(() -> imports.run(id));
        return find(id);
    }

    /// Two agents may both count their payments from 1.
    @Test
    void whatTellsPaymentsApartTellsThemApartWithinTheirSource() {
        council.within(() -> council.db.sql("""
                insert into imports_source (code, name, method, file_names, totals_must_tie, on_monday, on_tuesday, on_wednesday,
                       on_thursday, on_friday, on_saturday, on_sunday, contact, open)
                values ('other-agent', 'Another', 'paypoint', '', false, false, false, false, false, false, false, false, '', true)
                on conflict do nothing
                """).update());
        var day = day();
        assertThat(from(paypoint(day, "SHOP1,1,"), "a", "agent").outcome(Outcome.POSTED))
                .isEqualTo(tally(1, 2_500));
        assertThat(from(paypoint(day, "SHOP2,1,"), "b", "other-agent").outcome(Outcome.POSTED))
                .isEqualTo(tally(1, 2_500));
        assertThat(from(paypoint(day, "SHOP3,1,", "SHOP3,2,"), "c", "agent").outcome(Outcome.IGNORED))
                .isEqualTo(tally(1, 2_500));
    }

    @Test
    void rowsThatADescriptionLeavesOutAreCountedByTheirReason() {
        var pay = """
                Reference,Description,Amount,Cardholder Name,State,Provider ID,GOV.UK Payment ID,Date Created,Total Amount,Fee,Net
                771234561,Council tax,77.00,Ann Mills,Success,pi_1,3abc88o2gt,20 Nov 2026,77.00,3.17,73.83
                771234561,Council tax,78.00,Ann Mills,Declined,pi_2,3abc88o2gu,20 Nov 2026,78.00,,
                771234561,Council tax,79.00,Ann Mills,Cancelled,pi_3,3abc88o2gv,20 Nov 2026,79.00,,
                """;
        var held = read(pay, "pay.csv").id();
        council.within(() -> imports.readBy(held, "govuk-pay-transactions", "ann@aldermere.example"));
        council.within(() -> imports.run(held));
        var file = find(held);
        assertThat(file.lines()).isEqualTo(1);
        assertThat(file.leftOut()).hasSize(1).first().isEqualTo(new LeftOut("It came to nothing.", 2));
    }

    @Test
    void aFileThatHasTheSamePaymentTwiceIsHeld() {
        var held = read(paypoint(day(), "SHOP1,TX7,", "SHOP1,TX7,"), "agent-6.csv");
        assertThat(held.state()).isEqualTo(ImportState.HELD);
        assertThat(failing(held)).extracting(Check::check).containsExactly("identity");
        assertThat(posted(held.id())).isEmpty();
    }

    @Test
    void theFundThatAFileStatesDecidesAndContradictionIsForAPerson() {
        var day = day();
        var row = "R1,I1,PSP-1,TH,%1$s,%1$s,%2$s,0,%3$s,paypoint,12.00,N0,0,0.00,Paid%n";
        var file = read((row.formatted(day, "771234561", "23") + row.formatted(day, "771234561", "24")), "fifteen.csv");
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(posted(file.id()))
                .containsExactly(
                        "clearing:paypoint fund:23 1200 paypoint agent TH",
                        "clearing:paypoint suspense 1200 paypoint agent TH");
        var other = lines(file).getLast();
        assertThat(other.rule()).isEqualTo("other-fund");
        assertThat(other.reasons().getFirst()).contains("one fund").contains("another");
    }

    private Import ruled(String text, String name, TestRules.Written... rules) {
        try {
            TestRules.write(council, rules);
            return read(text, name);
        } finally {
            TestRules.write(council);
        }
    }

    @Test
    void noRuleSettlesOrTakesBackWhatAnAgentStillHolds() {
        var file = ruled(
                paypoint(day(), "SHOP1,TX91,", "SHOP1,TX92,"),
                "agent-ruled.csv",
                TestRules.rule("payout", 10, "method is \"paypoint\"").does(RuleAction.SETTLE, "paypoint"),
                TestRules.rule("back", 20, "method is \"paypoint\"").does(RuleAction.RETURN, "paypoint"));
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(posted(file.id())).hasSize(2).containsOnly("clearing:paypoint fund:23 2500 paypoint agent");
    }

    @Test
    void noRulePlacesAgainstTheFundThatAFileStates() {
        var row = "R1,I1,PSP-1,TH,%1$s,%1$s,%2$s,0,%3$s,paypoint,%4$s,N0,0,0.00,Paid%n";
        var day = day();
        var file = ruled(
                row.formatted(day, "NO NUMBER", "23", "13.00") + row.formatted(day, "NO NUMBER", "24", "14.00"),
                "fifteen-ruled.csv",
                TestRules.rule("tax", 10, "method is \"paypoint\"").places("23", AccountFrom.FIXED, "771234561"));
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(posted(file.id()))
                .containsExactly(
                        "clearing:paypoint fund:23 1300 paypoint agent TH",
                        "clearing:paypoint suspense 1400 paypoint agent TH");
    }

    @Test
    void eachLineOfADamagedFileSaysWhereItIsWrongAndNothingIsPosted() {
        var day = day();
        var refused = read(
                lloyds(
                        day,
                        ",FPI,'20-00-00,12345678,MILLS A 771234561,,126.00,1126.00,",
                        ",FPI,'20-00-00,12345678,MILLS A 771234561,,1x7.00,1127.00,",
                        ",FPI,'20-00-00"),
                "damaged.csv");
        assertThat(refused.state()).isEqualTo(ImportState.REFUSED);
        assertThat(refused.problems()).extracting(problem -> problem.line()).containsExactly(3L, 4L);
        assertThat(refused.problems().getFirst().column()).isEqualTo(7);
        assertThat(refused.problems().getFirst().value()).isEqualTo("1x7.00");
        assertThat(posted(refused.id())).isEmpty();
        assertThat(refused.outcome(Outcome.POSTED)).isEqualTo(Tally.NONE);
    }

    @Test
    void whateverIsCutOffOrFlippedIsPostedWholeOrNotAtAll() {
        for (int at = 1; at < 12; at++) {
            var text = paypoint(day(), "SHOP1,CUT" + at + ",", "SHOP1,CUTB" + at + ",", "SHOP1,CUTC" + at + ",");
            var cut = read(text.substring(0, text.length() * at / 12), "agent-cut-" + at + ".csv");
            assertThat(cut.state()).isIn(ImportState.HELD, ImportState.REFUSED);
            assertThat(posted(cut.id())).isEmpty();
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            bytes[bytes.length * at / 12] ^= 0x15;
            var flipped = read(bytes, "agent-flip-" + at + ".csv");
            assertThat((long) posted(flipped.id()).size())
                    .isEqualTo(flipped.state() == ImportState.POSTED ? flipped.lines() : 0);
        }
    }

    @Test
    void aReaderThatDiesInTheMiddleLeavesNothingAndTheNextBeginsAgain() throws IOException {
        var rows = new String[9_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "SHOP1,DIES" + i + ",";
        }
        var bytes = paypoint(day(), rows).getBytes(StandardCharsets.UTF_8);
        var id = council.within(() -> {
            try {
                return isNew(imports.receive(
                        new ByteArrayInputStream(bytes), "agent-dies.csv", null, "ann@aldermere.example"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var dying = TestImports.on(council, new ReadersThatDieTest.DyingAfter(8_500, statements));
        assertThatThrownBy(() -> council.within(() -> dying.run(id))).hasMessage("the machine goes");
        assertThat(posted(id)).isEmpty();
        assertThat(find(id).state()).isEqualTo(ImportState.READING);
        council.within(imports::runWaiting);
        assertThat(find(id).state()).isEqualTo(ImportState.POSTED);
        assertThat(posted(id)).hasSize(9_000);
    }
}
