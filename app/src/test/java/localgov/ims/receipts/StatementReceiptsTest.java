package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.accounts.TestAccounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.TestCatalogue;
import localgov.ims.formats.Check;
import localgov.ims.imports.ArrivedLine;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.KindOfFile;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Received;
import localgov.ims.imports.Taken;
import localgov.ims.imports.Tally;
import localgov.ims.imports.TestImports;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.pen.Pens;
import localgov.ims.recognition.TestRecognisers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatementReceiptsTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final Catalogue catalogue = TestCatalogue.on(council);
    static final Accounts accounts = TestAccounts.on(council, catalogue);
    static final KindOfFile statements =
            new StatementReceipts(Pens.on(council), catalogue, TestRecognisers.of(catalogue, accounts));
    static final Imports imports = TestImports.on(council, statements);
    static final AtomicInteger FILES = new AtomicInteger(100_000);

    @BeforeAll
    static void theCouncilHasFundsAndAccounts() throws IOException {
        council.within(() -> TestCatalogue.fill(council.db));
        var holders = "fund,number\n23,771234561\n23,776543215\n24,561234564\n5,61234567892\n";
        council.within(() -> {
            try {
                assertThat(accounts.load(
                                        new ByteArrayInputStream(holders.getBytes(StandardCharsets.UTF_8)),
                                        "text/csv",
                                        "ann")
                                .kept())
                        .isTrue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(council.brokenLaws()).isEmpty();
        council.close();
    }

    /// A file with a label that no other test's file has, so that only its lines may be alike.
    static BankFile file() {
        return BankFile.ofDay().numbered(Integer.toString(FILES.incrementAndGet()));
    }

    static Received receive(byte[] bytes, String name) {
        return council.within(() -> {
            try {
                return imports.receive(new ByteArrayInputStream(bytes), name, null, "ann@aldermere.example");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static ImportId isNew(Received received) {
        assertThat(received).isInstanceOf(Received.New.class);
        return ((Received.New) received).id();
    }

    static Import read(byte[] bytes, String name) {
        var id = isNew(receive(bytes, name));
        assertThat(council.within(() -> imports.run(id))).isTrue();
        return find(id);
    }

    static Import find(ImportId id) {
        return council.within(() -> imports.find(id)).orElseThrow();
    }

    static List<ImportLine> lines(Import file) {
        return council.within(() -> imports.lines(file.id(), 0, null, 1_000));
    }

    static long postings(ImportId id) {
        return council.within(() -> council.db
                .sql("""
                select count(*) from ledger_postings where source_kind = 'import' and source_id = :id
                """)
                .param("id", id.value().toString())
                .query(Long.class)
                .single());
    }

    static Tally tally(long count, long pence) {
        return new Tally(count, Money.pence(pence));
    }

    @Test
    void aFileBecomesPostingsAndSuspense() {
        var file = read(
                file().credit(12_000, "MR A PAYER", "771234561")
                        .credit(3_500, "B PAYER", "BJ 9951 8409")
                        .credit(999, "C PAYER", "THANK YOU")
                        .debit(5_000, "SUPPLIER", "REFUND")
                        .bytes(),
                "morning.txt");

        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(file.lines()).isEqualTo(4);
        assertThat(file.credits()).isEqualTo(tally(3, 16_499));
        assertThat(file.debits()).isEqualTo(tally(1, 5_000));
        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(tally(2, 15_500));
        assertThat(file.outcome(Outcome.SUSPENSE)).isEqualTo(tally(2, 5_999));
        assertThat(file.checks()).isNotEmpty().allMatch(Check::holds);
        assertThat(lines(file))
                .extracting(ImportLine::fund, ImportLine::account, ImportLine::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("23", "771234561", "reference"),
                        org.assertj.core.groups.Tuple.tuple("11", "BJ99518409", "reference"),
                        org.assertj.core.groups.Tuple.tuple(null, null, "nothing"),
                        org.assertj.core.groups.Tuple.tuple(null, null, "paid-out"));
        assertThat(lines(file).getFirst().reasons())
                .containsExactly(
                        "“771234561” is the payer’s reference and fits council tax.",
                        "Its check digit holds.",
                        "The account exists.");
    }

    @Test
    void aPostingTellsItsWholeStory() {
        var file = read(file().credit(4_200, "D PAYER", "561234564 RATES").bytes(), "story.txt");
        var journal = council.within(() -> council.db
                .sql("""
                select id as value from ledger_journals where source_id = :id
                """)
                .param("id", file.id().value().toString())
                .query(JournalId.class)
                .single());
        var story = council.within(() -> new StatementStories(council.db, imports).of(journal, 1))
                .orElseThrow();

        assertThat(story.importId()).isEqualTo(file.id());
        assertThat(story.fileName()).isEqualTo("story.txt");
        assertThat(story.line().line()).isEqualTo(4);
        assertThat(story.line().reference()).isEqualTo("561234564 RATES");
        assertThat(story.line().reasons())
                .first()
                .isEqualTo("“561234564” in the payer’s reference fits business rates.");
    }

    @Test
    void theSameBytesAreSeenBeforeWhateverTheirName() throws Exception {
        var bytes = file().credit(100, "E PAYER", "SAME BYTES").bytes();
        Callable<Received> call = () -> receive(bytes, "race.txt");
        try (var callers = Executors.newFixedThreadPool(4)) {
            var answers = callers.invokeAll(List.of(call, call, call, call)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(Received.New.class::isInstance).hasSize(1);
            var id = isNew(answers.stream()
                    .filter(Received.New.class::isInstance)
                    .findFirst()
                    .orElseThrow());
            assertThat(answers)
                    .filteredOn(Received.SeenBefore.class::isInstance)
                    .containsOnly(new Received.SeenBefore(id));
            assertThat(receive(bytes, "other name.txt")).isEqualTo(new Received.SeenBefore(id));
            council.within(() -> imports.run(id));
            assertThat(council.within(() -> imports.run(id))).isFalse();
            assertThat(postings(id)).isOne();
        }
    }

    @Test
    void linesOfOverlappingFilesArePostedOnce() {
        var first = read(
                file().credit(701, "OVER LAP", "771234561")
                        .credit(702, "OVER LAP", "NOBODY")
                        .bytes(),
                "first.txt");
        var second = read(
                file().credit(702, "OVER LAP", "NOBODY")
                        .credit(703, "OVER LAP", "771234561")
                        .credit(701, "OVER LAP", "771234561")
                        .bytes(),
                "second.txt");

        assertThat(second.outcome(Outcome.IGNORED)).isEqualTo(tally(2, 1_403));
        assertThat(second.outcome(Outcome.POSTED)).isEqualTo(tally(1, 703));
        assertThat(lines(second).getFirst().reasons())
                .containsExactly("It has arrived before, on line 5 of %s.".formatted(first.id()));
        var third = read(
                file().credit(703, "OVER LAP", "771234561")
                        .credit(701, "OVER LAP", "771234561")
                        .bytes(),
                "third.txt");
        assertThat(third.outcome(Outcome.IGNORED)).isEqualTo(tally(2, 1_404));
        assertThat(postings(third.id())).isZero();
    }

    @Test
    void paymentsAlikeInOneFileAreAllPosted() {
        var file = read(
                file().credit(555, "TWIN", "771234561")
                        .credit(555, "TWIN", "771234561")
                        .credit(555, "TWIN", "771234561")
                        .bytes(),
                "twins.txt");
        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(tally(3, 1_665));

        var longer = file();
        for (int i = 0; i < 5; i++) {
            longer.credit(555, "TWIN", "771234561");
        }
        var again = read(longer.bytes(), "more twins.txt");
        assertThat(again.outcome(Outcome.IGNORED)).isEqualTo(tally(3, 1_665));
        assertThat(again.outcome(Outcome.POSTED)).isEqualTo(tally(2, 1_110));
    }

    @Test
    void paymentsAlikeFarApartInOneFileAreAllPosted() {
        var longFile = file();
        for (int i = 0; i < 20_000; i++) {
            longFile.credit(i % 9_000 == 0 ? 31 : 1_000 + i, "FAR APART", "771234561");
        }
        var file = read(longFile.bytes(), "far.txt");
        assertThat(file.outcome(Outcome.POSTED).count()).isEqualTo(20_000);

        var again = read(
                longFile.numbered(Integer.toString(FILES.incrementAndGet()))
                        .credit(31, "FAR APART", "771234561")
                        .bytes(),
                "far again.txt");
        assertThat(again.outcome(Outcome.IGNORED).count()).isEqualTo(20_000);
        assertThat(again.outcome(Outcome.POSTED)).isEqualTo(tally(1, 31));
    }

    @Test
    void aTotalThatDoesNotHoldPostsNothing() {
        var bytes = file().credit(1_111, "F PAYER", "771234561").bytes();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var wrong = text.replace("0000000001111" + "0000000", "0000000001112" + "0000000");
        assertThat(wrong).isNotEqualTo(text);
        var file = read(wrong.getBytes(StandardCharsets.ISO_8859_1), "wrong total.txt");

        assertThat(file.state()).isEqualTo(ImportState.HELD);
        assertThat(file.checks()).anySatisfy(check -> {
            assertThat(check.check()).isEqualTo("trailer-credit-total");
            assertThat(check.holds()).isFalse();
        });
        assertThat(file.credits()).isEqualTo(tally(1, 1_111));
        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(Tally.NONE);
        assertThat(postings(file.id())).isZero();
        assertThat(lines(file)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() {
        var whole = new String(
                file().credit(2_222, "G PAYER", "771234561").credit(1, "G", "X").bytes(), StandardCharsets.ISO_8859_1);
        for (var bad : List.of(
                new byte[0],
                new byte[4_096],
                "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document>&x;</Document>"
                        .getBytes(StandardCharsets.UTF_8),
                whole.replace("00000002222", "0000000222O").getBytes(StandardCharsets.ISO_8859_1),
                "Date,Amount\n2026-11-19,12.00\n".getBytes(StandardCharsets.UTF_8))) {
            var file = read(bad, "STATEMENT.STD18.txt");
            assertThat(file.state()).isEqualTo(ImportState.REFUSED);
            assertThat(file.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.problem()).isNotBlank());
            assertThat(postings(file.id())).isZero();
            assertThat(lines(file)).isEmpty();
        }
    }

    @Test
    void aFileThatBreaksOffPostsNothing() {
        var whole = new String(file().credit(2_223, "G PAYER", "771234561").bytes(), StandardCharsets.ISO_8859_1);
        var file = read(whole.substring(0, whole.indexOf("UTL1")).getBytes(StandardCharsets.ISO_8859_1), "half.txt");
        assertThat(file.state()).isEqualTo(ImportState.HELD);
        assertThat(file.checks()).anyMatch(check -> !check.holds() && check.policy() == Check.Policy.BLOCK);
        assertThat(postings(file.id())).isZero();
    }

    @Test
    void aCardNumberIsMaskedBeforeItIsKept() {
        var file = read(
                file().credit(3_001, "4111111111111111", "CARD 4111 1111 1111 1111".substring(0, 18))
                        .bytes(),
                "4111111111111111.txt");
        assertThat(file.fileName()).doesNotContain("4111111111111111");
        assertThat(lines(file).getFirst().payer()).isEqualTo("************1111");
        assertThat(council.within(() -> council.db.sql("""
                select count(*) from ledger_postings where payer like '%411111111111%' or narrative like '%411111111111%'
                """).query(Long.class).single()))
                .isZero();
    }

    @Test
    void aNameIsTextAndNothingElse() {
        var file =
                read(file().credit(3_002, "<script>alert(1)", "';drop table--").bytes(), "../../<b>x</b>.txt");
        assertThat(file.fileName()).isEqualTo("b>.txt");
        assertThat(lines(file).getFirst().payer()).isEqualTo("<script>alert(1)");
        assertThat(lines(file).getFirst().reference()).isEqualTo("';drop table--");
    }

    /// Breaks off after some lines, as a process does that is killed.
    record DyingAfter(int lines, KindOfFile whole) implements KindOfFile {
        @Override
        public String code() {
            return whole.code();
        }

        @Override
        public Called fund(String code) {
            return whole.fund(code);
        }

        @Override
        public Taking begin(OpenFile file) {
            var taking = whole.begin(file);
            var left = new AtomicInteger(lines);
            return new Taking() {
                @Override
                public Taken take(ArrivedLine line) {
                    if (left.getAndDecrement() == 0) {
                        throw new IllegalStateException("the machine goes");
                    }
                    return taking.take(line);
                }

                @Override
                public void finish() {
                    taking.finish();
                }
            };
        }

        @Override
        public List<String> inWords(String rule, String because, Taken.Place taken) {
            return whole.inWords(rule, because, taken);
        }
    }

    @Test
    void aReaderThatDiesLeavesNothingAndTheNextBeginsAgain() {
        var longFile = file();
        for (int i = 0; i < 30_000; i++) {
            longFile.credit(10_000 + i, "KILLED", i % 5 == 0 ? "NOBODY" : "771234561");
        }
        var id = isNew(receive(longFile.bytes(), "killed.txt"));
        var dying = TestImports.on(council, new DyingAfter(25_000, statements));
        assertThatThrownBy(() -> council.within(() -> dying.run(id))).hasMessage("the machine goes");

        assertThat(find(id).state()).isEqualTo(ImportState.READING);
        assertThat(find(id).progress())
                .hasValueSatisfying(progress -> assertThat(progress.bytes()).isEqualTo(find(id).bytes()));
        assertThat(postings(id)).isZero();
        assertThat(council.brokenLaws()).isEmpty();
        council.within(imports::runWaiting);
        assertThat(find(id).state()).isEqualTo(ImportState.POSTED);
        assertThat(postings(id)).isEqualTo(30_000);
        assertThat(find(id).outcome(Outcome.SUSPENSE).count()).isEqualTo(6_000);
    }

    @Test
    void aFileThatAlwaysBreaksIsGivenUp() {
        var id = isNew(receive(file().credit(4_001, "NEVER", "771234561").bytes(), "never.txt"));
        var dying = TestImports.on(council, new DyingAfter(0, statements));
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> council.within(() -> dying.run(id))).hasMessage("the machine goes");
        }
        assertThat(council.within(() -> dying.run(id))).isTrue();
        assertThat(find(id).state()).isEqualTo(ImportState.REFUSED);

        assertThat(council.within(() -> imports.readAgain(id, "ann@aldermere.example")))
                .isTrue();
        council.within(() -> imports.run(id));
        assertThat(find(id).state()).isEqualTo(ImportState.POSTED);
        assertThat(find(id).problems()).isEmpty();
        assertThat(council.within(() -> imports.readAgain(id, "ann@aldermere.example")))
                .isFalse();
    }

    @Test
    void twoReadersNeverReadTheSameFile() throws Exception {
        var longFile = file();
        for (int i = 0; i < 20_000; i++) {
            longFile.credit(50_000 + i, "TWO READERS", "771234561");
        }
        var id = isNew(receive(longFile.bytes(), "two readers.txt"));
        Callable<Boolean> call = () -> council.within(() -> imports.run(id));
        try (var readers = Executors.newFixedThreadPool(3)) {
            var answers = readers.invokeAll(List.of(call, call, call)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(answer -> answer).hasSize(1);
        }
        assertThat(postings(id)).isEqualTo(20_000);
    }

    @Test
    void overlappingFilesReadAtOncePostEachLineOnce() throws Exception {
        var one = file();
        var other = file();
        for (int i = 0; i < 12_000; i++) {
            one.credit(80_000 + i, "AT ONCE", "771234561");
            other.credit(80_000 + 11_999 - i, "AT ONCE", "771234561");
        }
        var ids = Stream.of(one, other)
                .map(file -> isNew(receive(file.bytes(), "at once.txt")))
                .toList();
        var barrier = new CyclicBarrier(2);
        try (var readers = Executors.newFixedThreadPool(2)) {
            var calls = ids.stream()
                    .<Callable<Boolean>>map(id -> () -> {
                        barrier.await();
                        return council.within(() -> imports.run(id));
                    })
                    .toList();
            assertThat(readers.invokeAll(calls)).allMatch(Future::resultNow);
        }
        assertThat(postings(ids.getFirst()) + postings(ids.getLast())).isEqualTo(12_000);
        assertThat(find(ids.getFirst()).outcome(Outcome.IGNORED).count()
                        + find(ids.getLast()).outcome(Outcome.IGNORED).count())
                .isEqualTo(12_000);
    }

    @Test
    void eachBankAccountHasItsOwnNameInTheBook() {
        var file = read(
                file().ofAccount("11223399887766")
                        .credit(6_001, "OTHER BANK", "771234561")
                        .bytes(),
                "other account.txt");
        var before = read(file().credit(6_001, "OTHER BANK", "771234561").bytes(), "main account.txt");
        assertThat(lines(file).getFirst().bankAccount())
                .isNotEqualTo(lines(before).getFirst().bankAccount());
        assertThat(before.outcome(Outcome.POSTED)).isEqualTo(tally(1, 6_001));
    }

    @Test
    void aFileComesBackAsItCame() throws IOException {
        var bytes = file().credit(7_001, "BACK", "AS IT CAME").bytes();
        var id = isNew(receive(bytes, "back.txt"));
        council.within(() -> {
            try (var in = imports.content(id).orElseThrow().in()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void everySampleOfTheBankIsTaken() throws IOException {
        var folder = Path.of(System.getProperty("samples"), "std18-natwest-dataservices");
        try (var files = Files.walk(folder)) {
            for (var path : files.filter(Files::isRegularFile).toList()) {
                var received =
                        receive(Files.readAllBytes(path), path.getFileName().toString());
                if (received instanceof Received.New(var id)) {
                    council.within(() -> imports.run(id));
                    var file = find(id);
                    assertThat(file.state()).as(path.toString()).isEqualTo(ImportState.POSTED);
                    assertThat(file.outcomes().values().stream()
                                    .mapToLong(Tally::count)
                                    .sum())
                            .isEqualTo(file.lines());
                    assertThat(file.outcomes().values().stream()
                                    .map(Tally::amount)
                                    .reduce(Money.ZERO, Money::plus))
                            .isEqualTo(
                                    file.credits().amount().plus(file.debits().amount()));
                }
            }
        }
    }
}
