package localgov.ims.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.audit.Audits;
import localgov.ims.expected.Awaited.State;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the file of a day stands, by what came. The bank's file of a working day is due on the next one at half past
/// nine, and missing a day later.
class ExpectedFilesTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    static final TestCouncil council = TestCouncil.fresh();
    static final ExpectedStore store = new ExpectedStore(council.db);
    static final ExpectedFiles files = new ExpectedFiles(store, council.clock());
    static final Explaining explaining =
            new Explaining(store, Audits.on(council), council.clock(), council.transactions);

    private String bank = "";

    @BeforeEach
    void aBank() {
        bank = "bank-" + UUID.randomUUID().toString().substring(0, 8);
        council.within(() -> {
            new ExpectedCouncil(council.db).source(bank);
            new ExpectedCouncil(council.db).expects(bank);
        });
    }

    @AfterAll
    static void close() {
        council.close();
    }

    private void came(String at, String state, String days) {
        council.within(() -> new ExpectedCouncil(council.db).came(bank, at, state, days));
    }

    private Optional<Awaited> of(LocalDate day, String now) {
        council.setNow(Instant.parse(now));
        return council.within(() -> files.one(bank, day));
    }

    private State state(LocalDate day, String now) {
        return of(day, now).orElseThrow().state();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T18:00:00Z, DUE",
        "2026-11-23T09:29:59Z, DUE",
        "2026-11-23T09:30:00Z, OVERDUE",
        "2026-11-24T09:29:59Z, OVERDUE",
        "2026-11-24T09:30:00Z, MISSING"
    })
    void aFileThatHasNotComeIsDueThenLateThenMissing(String now, State state) {
        assertThat(state(FRIDAY, now)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T06:00:00Z, POSTED, CAME",
        "2026-11-23T09:30:00Z, POSTED, CAME",
        "2026-11-23T09:30:01Z, POSTED, CAME_LATE",
        "2026-11-23T07:00:00Z, HELD, HELD",
        "2026-11-23T07:00:00Z, REFUSED, REFUSED",
        "2026-11-23T07:00:00Z, RECEIVED, READING",
        "2026-11-23T07:00:00Z, REVERSED, MISSING"
    })
    void aFileCountsForTheDayThatItIsAbout(String at, String came, State state) {
        came(at, came, "2026-11-20");
        assertThat(state(FRIDAY, "2026-11-25T12:00:00Z")).isEqualTo(state);
        assertThat(state(FRIDAY.minusDays(1), "2026-11-25T12:00:00Z")).isEqualTo(State.MISSING);
    }

    @Test
    void aFileThatWasRefusedAndCameAgainCame() {
        came("2026-11-23T07:00:00Z", "REFUSED", "2026-11-20");
        came("2026-11-23T08:00:00Z", "POSTED", "2026-11-20");
        assertThat(state(FRIDAY, "2026-11-25T12:00:00Z")).isEqualTo(State.CAME);
        came("2026-11-23T08:10:00Z", "POSTED", "2026-11-20");
        assertThat(of(FRIDAY, "2026-11-25T12:00:00Z").orElseThrow().isOfSeveral())
                .isTrue();
    }

    @Test
    void oneFileOfSeveralDaysIsTheFileOfEach() {
        came("2026-11-23T07:00:00Z", "POSTED", "2026-11-18 2026-11-19 2026-11-20 2026-11-21");
        for (int ago = 0; ago < 3; ago++) {
            assertThat(of(FRIDAY.minusDays(ago), "2026-11-25T12:00:00Z")
                            .orElseThrow()
                            .files())
                    .hasSize(1);
        }
        assertThat(of(FRIDAY.plusDays(1), "2026-11-25T12:00:00Z"))
                .as("a Saturday within it is no surprise")
                .isEmpty();
    }

    @Test
    void aFileOfADayOfWhichNoneIsExpectedIsShown() {
        came("2026-11-23T07:00:00Z", "POSTED", "2026-11-21");
        assertThat(state(LocalDate.of(2026, 11, 21), "2026-11-25T12:00:00Z")).isEqualTo(State.UNEXPECTED);
        came("2026-10-26T07:00:00Z", "POSTED", "2026-10-24");
        assertThat(of(LocalDate.of(2026, 10, 24), "2026-11-25T12:00:00Z"))
                .as("nothing was expected then")
                .isEmpty();
    }

    @Test
    void aFileThatSaysNoDayIsTheOneThatWasToComeWhenItCame() {
        came("2026-11-23T07:00:00Z", "REFUSED", "");
        assertThat(state(FRIDAY, "2026-11-25T12:00:00Z")).isEqualTo(State.REFUSED);
        assertThat(state(FRIDAY.plusDays(3), "2026-11-25T12:00:00Z")).isEqualTo(State.MISSING);
    }

    @Test
    void whyItWillNotComeIsWrittenDownOnceAndWhatComesCountsAllTheSame() throws Exception {
        var missing = of(FRIDAY, "2026-11-25T12:00:00Z").orElseThrow();
        var barrier = new CyclicBarrier(4);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var written = IntStream.range(0, 4)
                    .mapToObj(who -> pool.submit(() -> {
                        barrier.await();
                        return council.within(() -> explaining.write(missing, "The bank was closed", "ann" + who));
                    }))
                    .toList();
            int won = 0;
            for (var one : written) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isOne();
        }
        var explained = of(FRIDAY, "2026-11-25T12:00:00Z").orElseThrow();
        assertThat(explained.state()).isEqualTo(State.EXPLAINED);
        assertThat(explained.reason().orElseThrow().writtenAt()).isEqualTo(Instant.parse("2026-11-25T12:00:00Z"));
        came("2026-11-26T07:00:00Z", "POSTED", "2026-11-20");
        assertThat(state(FRIDAY, "2026-11-26T12:00:00Z")).isEqualTo(State.CAME_LATE);
    }

    /// The file of that Friday is due on Monday at half past nine.
    @ParameterizedTest
    @CsvSource({
        "2026-12-13T09:29:59Z, OVERDUE",
        "2026-12-13T09:30:01Z, MISSING",
        "2027-01-13T09:29:00Z, MISSING",
        "2027-01-13T09:31:00Z,"
    })
    void howeverLongItsGraceAFileIsAskedAfterForAMonthFromWhenItIsMissing(String now, @Nullable State state) {
        council.within(() -> council.db
                .sql("update expected_file set grace = 20 where code = :code")
                .param("code", bank)
                .update());
        council.setNow(Instant.parse(now));
        assertThat(council.within(files::waiting))
                .filteredOn(
                        one -> one.expected().code().equals(bank) && one.day().equals(FRIDAY))
                .extracting(Awaited::state)
                .isEqualTo(state == null ? List.of() : List.of(state));
    }

    @Test
    void whatUsuallyComesOfAllSourcesIsWhatUsuallyComesOfEach() {
        came("2026-11-16T07:00:00Z", "POSTED", "2026-11-13");
        came("2026-11-09T07:00:00Z", "POSTED", "2026-11-06");
        assertThat(council.within(() -> store.usualSums(List.of(bank), FRIDAY.minusWeeks(12), FRIDAY)))
                .containsExactly(new ExpectedStore.UsualSum(bank, 5, Money.pence(12_300)));
    }

    @Test
    void whatUsuallyComesIsTheMiddleOfSuchDaysOfTheWeek() {
        came("2026-11-16T07:00:00Z", "POSTED", "2026-11-13");
        came("2026-11-09T07:00:00Z", "POSTED", "2026-11-06");
        came("2026-11-10T07:00:00Z", "POSTED", "2026-11-09");
        var usual = council.within(() -> store.usual(bank, FRIDAY, FRIDAY.minusWeeks(12)));
        assertThat(usual.orElseThrow()).isEqualTo(new ExpectedStore.Usual(2, 10, Money.pence(12_300)));
        assertThat(council.within(() -> store.usual(bank, FRIDAY.plusDays(1), FRIDAY.minusWeeks(12))))
                .isEmpty();
    }

    @Test
    void aSourceThatSaysItselfWhenItsFilesComeIsOnTheCalendarSinceItsFirstFile() {
        council.within(() -> {
            new ExpectedCouncil(council.db).source(bank + "-2");
            council.db
                    .sql("update imports_source set on_friday = true, due_by = '09:30' where code = :code")
                    .param("code", bank + "-2")
                    .update();
            new ExpectedCouncil(council.db).came(bank + "-2", "2026-11-13T07:00:00Z", "POSTED", "2026-11-13");
        });
        council.setNow(Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(council.within(() -> files.one("source-" + bank + "-2", FRIDAY))
                        .orElseThrow()
                        .state())
                .isEqualTo(State.MISSING);
        assertThat(council.within(() -> files.one("source-" + bank + "-2", FRIDAY.minusWeeks(2))))
                .isEmpty();
    }

    private List<String> gaps(LocalDate from) {
        return council.within(() -> files.gaps(from, from.plusMonths(1))).stream()
                .filter(one -> one.expected().code().equals(bank))
                .map(one -> "%d-%d before %s"
                        .formatted(
                                one.gap().from(), one.gap().until(), one.gap().before()))
                .toList();
    }

    @Test
    void aNumberThatIsLeftOutIsAGapUntilItsFileComesInWhateverOrder() {
        council.within(() -> {
            council.db
                    .sql("update expected_file set numbered = true where code = :code")
                    .param("code", bank)
                    .update();
            var files = new ExpectedCouncil(council.db);
            files.numbered(bank, "2026-11-20", 328);
            files.numbered(bank, "2026-11-16", 324);
            files.numbered(bank, "2026-11-17", 325);
            files.numbered(bank, "2026-11-17", 325);
        });
        assertThat(gaps(LocalDate.of(2026, 11, 1))).containsExactly("326-327 before 2026-11-20");
        assertThat(gaps(LocalDate.of(2026, 11, 21)))
                .as("shown where it was left out")
                .isEmpty();
        council.within(() -> new ExpectedCouncil(council.db).numbered(bank, "2026-11-19", 327));
        assertThat(gaps(LocalDate.of(2026, 11, 1))).containsExactly("326-326 before 2026-11-19");
        council.within(() -> new ExpectedCouncil(council.db).numbered(bank, "2026-11-18", 326));
        assertThat(gaps(LocalDate.of(2026, 11, 1))).isEmpty();
    }

    @Test
    void numbersThatBeginAnewAtTheTurnOfAYearAreNoGap() {
        council.within(() -> {
            council.db
                    .sql("update expected_file set numbered = true where code = :code")
                    .param("code", bank)
                    .update();
            var files = new ExpectedCouncil(council.db);
            files.numbered(bank, "2026-12-31", 254);
            files.numbered(bank, "2027-01-04", 1);
            files.numbered(bank, "2027-01-05", 2);
        });
        assertThat(gaps(LocalDate.of(2026, 12, 15))).isEmpty();
    }

    @Test
    void whatAMonthNeedsIsFoundAmongTenYearsOfFiles() {
        council.within(() -> council.db.sql("""
                insert into imports_file (id, fingerprint, file_name, kind, source, bytes, received_at, received_by, state)
                select gen_random_uuid(), sha256(cast(cast(number as text) || :source as bytea)), 'x', 'bank-statement', :source, 1,
                       timestamptz '2016-11-01' + number * interval '3 hours', 'system', 'POSTED'
                  from generate_series(1, 29000) number
                """).param("source", bank).update());
        council.within(() -> council.db.sql("""
                insert into imports_file_day (import, day, lines)
                select id, cast(received_at as date), 1
                  from imports_file
                 where source = :source
                """).param("source", bank).update());
        council.owner()
                .sql("analyze %1$s.imports_file, %1$s.imports_file_day".formatted(TestCouncil.ALDERMERE.schema()))
                .update();
        var first = LocalDate.of(2026, 9, 1);
        council.within(() -> council.transactions.executeWithoutResult(_ -> {
            assertThat(store.came(List.of(bank), first, first.plusMonths(1))).hasSizeBetween(200, 300);
            assertThat(store.usual(bank, first, first.minusWeeks(12))).isPresent();
            assertThat(readWhole()).as("tables read from end to end").isZero();
        }));
    }

    private static long readWhole() {
        return council.db.sql("""
                select coalesce(sum(seq_scan), 0)
                  from pg_stat_xact_user_tables
                 where relname in ('imports_file', 'imports_file_day')
                """).query(Long.class).single();
    }
}
