package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.Outside;
import localgov.ims.formats.Check;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Received;
import localgov.ims.imports.Tally;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;
import org.junit.jupiter.api.Test;

class StatementReceiptsTest extends FilesOfTheBank {
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
        assertThat(lines(file))
                .flatExtracting(ImportLine::why)
                .allSatisfy(why -> assertThat(why.welsh()).isNotEmpty().isNotEqualTo(why.english()));
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
        var folder = Outside.need("samples", "std18-natwest-dataservices");
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
