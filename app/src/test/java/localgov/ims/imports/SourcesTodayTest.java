package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.formats.Check;
import localgov.ims.formats.FileFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is expected today, and what is late. Times are those of London.
class SourcesTodayTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final Sources sources = new Sources(new SourceStore(council.db), council.clock());

    @BeforeEach
    void twoSources() {
        council.within(() -> {
            council.db.sql("update imports_source set open = false").update();
            source("bank", "Bank", "true", "09:30");
            source("agent", "Agent", "true", null);
            source("sunday", "Sunday paper", "false", "09:30");
        });
    }

    @AfterAll
    static void close() {
        council.close();
    }

    private static void source(String code, String name, String onFriday, String dueBy) {
        council.db
                .sql("""
                insert into imports_source (code, name, file_names, totals_must_tie, on_monday, on_tuesday, on_wednesday,
                       on_thursday, on_friday, on_saturday, on_sunday, due_by, contact, open)
                values (:code, :name, '', false, false, false, false, false, cast(:friday as boolean), false, true,
                       cast(:due as time), 'files@example.org', true)
                    on conflict (code) do update set open = true, retired_at = null
                """)
                .param("code", code)
                .param("name", name)
                .param("friday", onFriday)
                .param("due", dueBy)
                .update();
    }

    private static void file(String source, String receivedAt, String state) {
        var id = ImportId.at(Instant.parse(receivedAt));
        council.within(() -> council.db
                .sql("""
                insert into imports_file (id, fingerprint, file_name, kind, source, bytes, received_at, received_by, state)
                values (:id, sha256(cast(cast(:id as text) as bytea)), 'a.txt', 'bank-statement', :source, 1, :at, 'system', :state)
                """)
                .param("id", id)
                .param("source", source)
                .param("at", Instant.parse(receivedAt))
                .param("state", state)
                .update());
    }

    private static List<String> todayAt(String now) {
        council.setNow(Instant.parse(now));
        return council.within(sources::today).stream()
                .map(one ->
                        one.source().code() + (one.late() ? " late" : one.came().isPresent() ? " came" : " to come"))
                .toList();
    }

    @Test
    void aFileIsLateWhenItsTimeHasPassedAndItHasNotCome() {
        assertThat(todayAt("2026-11-20T09:30:00Z")).containsExactly("agent to come", "bank to come");
        assertThat(todayAt("2026-11-20T09:30:01Z")).containsExactly("agent to come", "bank late");
        file("bank", "2026-11-20T09:20:00Z", "REFUSED");
        assertThat(todayAt("2026-11-20T09:31:00Z"))
                .as("a file that could not be read has not come")
                .contains("bank late");
        file("bank", "2026-11-20T09:40:00Z", "HELD");
        assertThat(todayAt("2026-11-20T09:41:00Z")).containsExactly("agent to come", "bank came");
        assertThat(todayAt("2026-11-21T12:00:00Z")).as("Saturday").isEmpty();
        assertThat(todayAt("2026-11-22T12:00:00Z"))
                .as("on Sunday, Friday's file does not count")
                .containsExactly("agent to come", "bank late", "sunday late");
    }

    @Test
    void theDayIsADayInLondon() {
        file("bank", "2026-06-18T23:30:00Z", "POSTED");
        assertThat(todayAt("2026-06-19T08:31:00Z"))
                .as("half past midnight of that Friday, in summer")
                .contains("bank came");
        assertThat(todayAt("2026-06-12T08:29:00Z")).contains("bank to come");
        assertThat(todayAt("2026-06-12T08:31:00Z")).contains("bank late");
    }

    @Test
    void oneThatSendsNoFilesAnyMoreIsNotExpected() {
        council.within(() -> council.db
                .sql("update imports_source set retired_at = now() where code = 'bank'")
                .update());
        assertThat(todayAt("2026-11-27T12:00:00Z")).containsExactly("agent to come");
    }

    @ParameterizedTest
    @CsvSource({
        "Y01A.CARS.#D.*, Y01A.CARS.#D.ALDER.D201126, true",
        "y01a.cars.*, Y01A.CARS.#D, true",
        "*.sta, MORNING.STA, true",
        "a*b*c, a-b-c, true",
        "Y01A.CARS, Y01AXCARS, false",
        "'one.txt, two*.txt', two-and-a-half.txt, true",
        "'', anything.txt, false"
    })
    void aFileIsToldByItsName(String names, String fileName, boolean told) {
        var source = new FileSource(
                "x", "X", null, "", null, null, FileSource.names(names), false, java.util.Set.of(), null, "", true);
        assertThat(source.sends(fileName)).isEqualTo(told);
    }

    @Test
    void totalsThatMustTieHoldAFileThatOtherwiseWouldOnlyWarn() {
        var warns = new Check("closing-balance", "1.00", "2.00", false, Check.Policy.WARN);
        var lenient = new Found(FileFormat.MT940, null, false, _ -> false);
        lenient.check(warns);
        lenient.end();
        assertThat(lenient.state()).isEqualTo(ImportState.POSTED);
        var strict = new Found(FileFormat.MT940, null, true, _ -> false);
        strict.check(warns);
        strict.end();
        assertThat(strict.state()).isEqualTo(ImportState.HELD);
        var silent = new Found(FileFormat.MT940, null, true, _ -> false);
        silent.end();
        assertThat(silent.state()).isEqualTo(ImportState.HELD);
        assertThat(silent.checks()).extracting(Check::check).containsExactly("totals");
        var tied = new Found(FileFormat.MT940, null, true, _ -> false);
        tied.check(new Check("closing-balance", "2.00", "2.00", true, Check.Policy.WARN));
        tied.end();
        assertThat(tied.state()).isEqualTo(ImportState.POSTED);
    }
}
