package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import localgov.ims.TestCouncil;
import localgov.ims.imports.LineStore.Asked;
import localgov.ims.imports.LineStore.Count;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a question about prints costs in the midst of a long file.
class PrintsAskedTest {
    private static final int LINES = 20_000;
    private static final int QUESTIONS = 20;
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    static final TestCouncil council = TestCouncil.fresh();

    private final LineStore lines = new LineStore(council.db);

    @AfterAll
    static void close() {
        council.close();
    }

    /// As much of the table as this transaction's plans went through.
    private static long looked() {
        return council.db.sql("""
                select coalesce(sum(idx_tup_fetch), 0) + coalesce(sum(seq_tup_read), 0)
                  from pg_stat_xact_user_tables
                 where relname = 'imports_line'
                """).query(Long.class).single();
    }

    private static ImportId send(LocalDate day, String prefix) {
        var id = ImportId.at(council.clock().instant());
        council.db
                .sql("""
                        insert into imports_line (import, place, entry, part, line, pence, booked_on, credit, outcome, occurrence, print,
                                                  bank_account, code, rule, because, payer, reference, said)
                        select :id, place, place, 0, place, 100, :day, true, 'POSTED', 1, cast(md5(:prefix || place) as uuid),
                               'GENERAL', '99', '', '', '', '', ''
                          from generate_series(1, :lines) place
                        """)
                .param("id", id)
                .param("day", day)
                .param("prefix", prefix)
                .param("lines", LINES)
                .update();
        return id;
    }

    private static UUID print(String prefix, int place) {
        return council.db
                .sql("select cast(md5(:text) as uuid)")
                .param("text", prefix + place)
                .query(UUID.class)
                .single();
    }

    /// As autovacuum does: it counts only what is committed.
    private static void lookAtTheTableMeanwhile() {
        council.owner().sql("vacuum analyze council_aldermere.imports_line").update();
    }

    private static Asked asked(LocalDate day, String prefix, int place) {
        var asked = new Asked();
        asked.add(day, print(prefix, place));
        return asked;
    }

    @Test
    void a_print_is_looked_up_by_itself_however_much_of_the_file_is_there_and_whatever_the_statistics_say() {
        council.within(() -> council.transactions.executeWithoutResult(_ -> {
            var id = send(DAY, "here");
            lookAtTheTableMeanwhile();
            long before = looked();
            for (int place = 1; place <= QUESTIONS; place++) {
                assertThat(lines.sentBy(id, asked(DAY, "here", place)))
                        .containsExactly(new Count(print("here", place), 1));
            }
            assertThat(looked() - before).isBetween(1L, 3L * QUESTIONS);
        }));
    }

    @Test
    void what_another_file_brought_is_looked_up_by_itself_too() {
        var day = DAY.minusDays(7);
        council.within(() -> council.transactions.executeWithoutResult(_ -> {
            var id = send(day, "there");
            lookAtTheTableMeanwhile();
            long before = looked();
            for (int place = 1; place <= QUESTIONS; place++) {
                assertThat(lines.seen(asked(day, "there", place)))
                        .containsExactly(new LineStore.Seen(print("there", place), 1, id, place));
            }
            assertThat(looked() - before).isBetween(1L, 3L * QUESTIONS);
        }));
    }

    @Test
    void a_print_of_another_file_is_none_that_this_one_has_sent() {
        council.within(() -> council.transactions.executeWithoutResult(_ -> {
            send(DAY.minusDays(14), "theirs");
            var ours = ImportId.at(council.clock().instant());
            assertThat(lines.sentBy(ours, asked(DAY.minusDays(14), "theirs", 1)))
                    .isEmpty();
        }));
    }
}
