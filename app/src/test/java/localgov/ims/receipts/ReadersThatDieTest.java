package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import localgov.ims.imports.ArrivedLine;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.KindOfFile;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Taken;
import localgov.ims.imports.TestImports;
import org.junit.jupiter.api.Test;

/// Whatever happens to whoever reads a file, its lines are posted once or not at all.
class ReadersThatDieTest extends FilesOfTheBank {
    /// Breaks off after some lines, as a process does that is killed.
    record DyingAfter(int lines, KindOfFile whole) implements KindOfFile {
        @Override
        public String code() {
            return whole.code();
        }

        @Override
        public Optional<String> collectedBy(String called) {
            return whole.collectedBy(called);
        }

        @Override
        public Called fund(String code) {
            return whole.fund(code);
        }

        @Override
        public boolean takeBack(TakenBack file) {
            return whole.takeBack(file);
        }

        @Override
        public Taking rehearse(OpenFile file) {
            return whole.rehearse(file);
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
        public List<Why> inWords(String rule, String because, Taken.Place taken) {
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
}
