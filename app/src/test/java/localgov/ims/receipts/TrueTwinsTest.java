package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import localgov.ims.formats.Check;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Outcome;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines of one day, amount and text: references and balances of the bank tell whether they are one payment or more.
class TrueTwinsTest extends FilesOfTheBank {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(40_000_000);

    private final String account = "123456/" + ACCOUNTS.incrementAndGet();

    private String statement(int opening, int closing, String... entries) {
        return """
                :20:DAILY
                :25:%s
                :28C:%d/1
                :60F:C261118GBP%d,00
                %s
                :62F:C261119GBP%d,00
                """.formatted(account, FILES.incrementAndGet(), opening, String.join("\n", entries), closing);
    }

    private static String paid(int pounds, String bankReference, String text) {
        return ":61:2611191119C%d,00NTRFNONREF%s\n:86:%s"
                .formatted(pounds, bankReference.isEmpty() ? "" : "//" + bankReference, text);
    }

    private static String paid(int pounds) {
        return paid(pounds, "", "771234561");
    }

    private static Import read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), "file-" + FILES.incrementAndGet() + ".txt");
    }

    private static List<String> why(Import file, int place) {
        return council.within(() -> imports.line(file.id(), place))
                .orElseThrow()
                .reasons();
    }

    private static List<Check> failing(Import file) {
        return file.checks().stream()
                .filter(check -> !check.holds() && check.policy() == Check.Policy.BLOCK)
                .toList();
    }

    private static long posted(List<Import> files) {
        return files.stream()
                .mapToLong(file -> file.outcome(Outcome.POSTED).amount().pence())
                .sum();
    }

    @Test
    void equalLinesWithReferencesOfTheirOwnAreSeveralPayments() {
        var file = read(statement(100, 120, paid(10, "B1", "771234561"), paid(10, "B2", "771234561")));

        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(tally(2, 2_000));
        assertThat(why(file, 2))
                .contains("2 equal lines. The bank gave each a reference of its own: each is a payment of its own.");
        assertThat(lines(file))
                .extracting(ImportLine::reasons)
                .containsExactly(why(file, 1), why(file, 2))
                .allMatch(reasons -> reasons.getLast().startsWith("2 equal lines."));
    }

    @Test
    void equalLinesThatTheBalancesCountAreSeveralPayments() {
        var file = read(statement(100, 120, paid(10), paid(10)));

        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(tally(2, 2_000));
        assertThat(why(file, 1))
                .contains("2 equal lines. The balances of their statement, from £100.00 to £120.00, count each of them:"
                        + " each is real.");
    }

    @Test
    void equalLinesOfWhichTheBalanceCountsOneAreForAPerson() {
        var file = read(statement(100, 110, paid(10), paid(10)));

        assertThat(file.state()).isEqualTo(ImportState.HELD);
        assertThat(failing(file)).anySatisfy(check -> {
            assertThat(check.check()).isEqualTo("equal-lines");
            assertThat(check.expected()).isEqualTo("110.00");
            assertThat(check.actual()).isEqualTo("120.00, line 7");
        });
        assertThat(lines(file)).isEmpty();
    }

    @Test
    void aLineWithNothingLikeItNeedsNoEvidence() {
        var file = read(statement(100, 130, paid(10), paid(20)));

        assertThat(why(file, 1)).noneMatch(reason -> reason.contains("equal"));
    }

    /// Morning and afternoon have an equal line each, and the day as a whole has both. In whatever order they come,
    /// and however often, three lines are in the book.
    @ParameterizedTest
    @ValueSource(strings = {"m a d", "m d a", "a m d", "a d m", "d m a", "d a m", "m a m d a d", "a m a", "d a d m"})
    void statementsOfOneDayInAnyOrderComeToTheDay(String order) {
        var files = new ArrayList<Import>();
        for (var which : order.split(" ")) {
            files.add(read(
                    switch (which) {
                        case "m" -> statement(100, 150, paid(10), paid(40));
                        case "a" -> statement(150, 160, paid(10));
                        default -> statement(100, 160, paid(10), paid(40), paid(10));
                    }));
        }

        assertThat(files).extracting(Import::state).containsOnly(ImportState.POSTED);
        assertThat(posted(files)).isEqualTo(6_000);
        assertThat(files.stream()
                        .mapToLong(file -> file.outcome(Outcome.POSTED).count())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void anEqualLineOfTheNextStatementIsAnotherPaymentAndSaysWhy() {
        var morning = read(statement(100, 110, paid(10)));
        var afternoon = read(statement(110, 120, paid(10)));

        assertThat(afternoon.outcome(Outcome.POSTED)).isEqualTo(tally(1, 1_000));
        assertThat(why(afternoon, 1))
                .contains(
                        "Line 5 of %s is equal. One statement follows the other (this one goes from £110.00 to £120.00),"
                                        .formatted(morning.id())
                                + " so the balances count both lines: both are real.");
    }

    @Test
    void anEqualLineOfTheSameStatementIsTheSamePayment() {
        read(statement(100, 110, paid(10, "B7", "771234561")));
        var again = read(statement(100, 110, paid(10, "B7", "771234561")));

        assertThat(again.outcome(Outcome.IGNORED)).isEqualTo(tally(1, 1_000));
        assertThat(why(again, 1)).contains("The bank gave both the same reference: it is the same line.");
    }

    /// A bank that sends a day again with other words would have it posted twice.
    @Test
    void aLineInOtherWordsThatABalanceContradictsIsForAPerson() {
        read(statement(100, 150, paid(10), paid(40)));
        var reworded = read(statement(100, 150, paid(10, "", "771234561 A MILLS"), paid(40)));

        assertThat(reworded.state()).isEqualTo(ImportState.HELD);
        assertThat(failing(reworded)).singleElement().satisfies(check -> {
            assertThat(check.check()).isEqualTo("between-balances");
            assertThat(check.expected()).isEqualTo("50.00 (100.00 to 150.00)");
            assertThat(check.actual()).isEqualTo("60.00 (+10.00, line 5)");
        });
        assertThat(lines(reworded)).isEmpty();
    }

    @Test
    void aStatementThatGoesOnWhereAnotherBeganAddsOnlyWhatIsNew() {
        read(statement(100, 150, paid(10), paid(40)));
        var longer = read(statement(100, 170, paid(10), paid(40), paid(20)));

        assertThat(longer.outcome(Outcome.POSTED)).isEqualTo(tally(1, 2_000));
        assertThat(longer.outcome(Outcome.IGNORED)).isEqualTo(tally(2, 5_000));
    }

    /// No balance touches: nothing is known but the lines.
    @Test
    void aStatementThatTouchesNoOtherIsTakenByItsLines() {
        read(statement(100, 150, paid(10), paid(40)));
        var later = read(statement(500, 520, paid(20)));

        assertThat(later.outcome(Outcome.POSTED)).isEqualTo(tally(1, 2_000));
    }

    private String other(int opening, int closing, int... pounds) {
        var entries = new StringBuilder();
        for (int one : pounds) {
            entries.append("""
                    <Ntry><Amt Ccy="GBP">%d.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>\
                    <BookgDt><Dt>2026-11-19</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>771234561</Ustrd></RmtInf>\
                    </TxDtls></NtryDtls></Ntry>
                    """.formatted(one));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>\
                <GrpHdr><MsgId>%d</MsgId><CreDtTm>2026-11-19T20:00:00</CreDtTm></GrpHdr>\
                <Stmt><Id>S</Id><Acct><Id><Othr><Id>%s</Id></Othr></Id><Ccy>GBP</Ccy></Acct>%s%s%s</Stmt>\
                </BkToCstmrStmt></Document>
                """.formatted(
                        FILES.incrementAndGet(),
                        account.replace("/", ""),
                        balance("OPBD", opening),
                        balance("CLBD", closing),
                        entries);
    }

    private static String balance(String kind, int pounds) {
        return String.format(
                Locale.ROOT,
                "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"GBP\">%d.00</Amt>"
                        + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-19</Dt></Dt></Bal>",
                kind,
                pounds);
    }

    @Test
    void whatFollowsByItsBalancesIsTakenInAnotherFormatToo() {
        read(statement(100, 150, paid(10), paid(40)));
        var rest = read(other(150, 170, 20));

        assertThat(rest.state()).isEqualTo(ImportState.POSTED);
        assertThat(rest.outcome(Outcome.POSTED)).isEqualTo(tally(1, 2_000));
    }

    /// A council that changes from one format to another gets a day in both.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSameStatementInAnotherFormatAddsNothing(boolean mtFirst) {
        var mt = statement(100, 160, paid(10), paid(40), paid(10));
        var camt = other(100, 160, 40, 10, 10);
        var first = read(mtFirst ? mt : camt);
        var second = read(mtFirst ? camt : mt);
        var third = read(mtFirst ? other(100, 160, 40, 10, 10) : statement(100, 160, paid(10), paid(10), paid(40)));

        assertThat(first.outcome(Outcome.POSTED)).isEqualTo(tally(3, 6_000));
        for (var again : List.of(second, third)) {
            assertThat(again.state()).isEqualTo(ImportState.POSTED);
            assertThat(again.outcome(Outcome.IGNORED)).isEqualTo(tally(3, 6_000));
            assertThat(postings(again.id())).isZero();
        }
        assertThat(why(second, 1))
                .containsExactly(
                        "It has arrived before, on line %d of %s."
                                .formatted(mtFirst ? 7 : lines(first).get(1).line(), first.id()),
                        "The other file has this statement in another format: the same balances, and as many lines with"
                                + " the same amounts on the same days.");
    }

    @Test
    void anotherFormatWithOneAmountElseIsForAPersonWhoIsToldByHowMuch() {
        read(statement(100, 150, paid(10), paid(40)));
        var again = read(other(100, 150, 20, 30));

        assertThat(again.state()).isEqualTo(ImportState.HELD);
        assertThat(failing(again))
                .extracting(Check::check)
                .containsExactlyInAnyOrder("between-balances", "described-before");
        assertThat(lines(again)).isEmpty();
    }

    /// What came by the minute is counted in the statement of the day, whichever of them comes first.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reportsOfTheDayPostNothingBesideItsStatement(boolean reportFirst) {
        var report = other(100, 150, 10, 40)
                .replace("camt.053", "camt.052")
                .replace("BkToCstmrStmt", "BkToCstmrAcctRpt")
                .replace("Stmt>", "Rpt>");
        var statement = other(100, 160, 10, 40, 10);
        var first = read(reportFirst ? report : statement);
        var second = read(reportFirst ? statement : report);

        var posted = reportFirst ? second : first;
        var told = reportFirst ? first : second;
        assertThat(posted.outcome(Outcome.POSTED)).isEqualTo(tally(3, 6_000));
        assertThat(told.state()).isEqualTo(ImportState.POSTED);
        assertThat(told.outcome(Outcome.IGNORED)).isEqualTo(tally(2, 5_000));
        assertThat(postings(told.id())).isZero();
    }

    /// A file that is cut off says so by itself; nothing of it is in the book, and the whole one is posted afterwards.
    @Test
    void whatIsCutOffIsNotTakenAndTheWholeIsPostedAfterwards() {
        var whole = statement(100, 150, paid(10), paid(40));
        var cut = read(whole.substring(0, whole.indexOf(":61:", whole.indexOf(":61:") + 1)));
        assertThat(cut.state()).isNotEqualTo(ImportState.POSTED);
        assertThat(lines(cut)).isEmpty();

        assertThat(read(whole).outcome(Outcome.POSTED)).isEqualTo(tally(2, 5_000));
    }

    /// Two doors bring one day in different words at the same moment: the balances let one of them in.
    @RepeatedTest(4)
    void ofTwoThatComeAtTheSameMomentOneIsForAPerson() throws Exception {
        var first = isNew(
                receive(statement(100, 150, paid(10), paid(40)).getBytes(StandardCharsets.UTF_8), "race-one.txt"));
        var second = isNew(receive(
                statement(100, 150, paid(10, "", "771234561 A"), paid(40, "", "771234561 B"))
                        .getBytes(StandardCharsets.UTF_8),
                "race-two.txt"));
        try (var readers = Executors.newFixedThreadPool(2)) {
            var ended = readers.invokeAll(List.<Callable<Boolean>>of(
                    () -> council.within(() -> imports.run(first)), () -> council.within(() -> imports.run(second))));
            for (var one : ended) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(List.of(find(first).state(), find(second).state()))
                .containsExactlyInAnyOrder(ImportState.POSTED, ImportState.HELD);
        assertThat(posted(List.of(find(first), find(second)))).isEqualTo(5_000);
    }

    /// And two that do not know of each other's equal line are told apart by the unique index, then by their balances.
    @RepeatedTest(4)
    void twinsThatComeAtTheSameMomentAreBothPosted() throws Exception {
        var first = isNew(receive(statement(100, 110, paid(10)).getBytes(StandardCharsets.UTF_8), "race-one.txt"));
        var second = isNew(receive(statement(110, 120, paid(10)).getBytes(StandardCharsets.UTF_8), "race-two.txt"));
        try (var readers = Executors.newFixedThreadPool(2)) {
            for (var one : readers.invokeAll(List.<Callable<Boolean>>of(
                    () -> council.within(() -> imports.run(first)), () -> council.within(() -> imports.run(second))))) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(posted(List.of(find(first), find(second)))).isEqualTo(2_000);
        assertThat(lines(find(second))).extracting(ImportLine::outcome).containsExactly(Outcome.POSTED);
    }
}
