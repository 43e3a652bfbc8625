package localgov.ims.rig.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Three years of receipts in a council's book, written by its owner.
record LargeBook(Psql psql, Path folder) {
    static final int MONTHS = 36;
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);
    private static final int WRITERS = 3;

    void write(long postings) {
        long rows = postings / MONTHS;
        var script = Tool.script("month.sql", folder);
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            IntStream.range(0, MONTHS)
                    .mapToObj(month -> writers.submit(() -> write(script, month, rows)))
                    .toList()
                    .forEach(LargeBook::await);
        }
        psql.script(Tool.script("afterwards.sql", folder), Map.of());
    }

    private void write(Path script, int month, long rows) {
        var first = FIRST.plusMonths(month).toString();
        psql.script(script, Map.of("first", first, "number", "" + month, "rows", "" + rows));
    }

    private static void await(Future<?> written) {
        try {
            written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    long postings() {
        return Long.parseLong(psql.run("select count(*) from ledger_posting"));
    }

    /// A receipt that stands in the book, to be looked for.
    record Sample(
            String account,
            long pence,
            LocalDate day,
            String fund,
            String payer,
            String narrative,
            String sourceKind,
            String sourceId) {
        String surname() {
            return payer.substring(payer.lastIndexOf(' ') + 1);
        }

        String firstName() {
            return payer.split(" ")[1];
        }
    }

    List<Sample> samples(int wanted) {
        var rows = psql.run("""
                select account_number, pence, happened_on, fund, payer, narrative, source_kind, source_id
                  from (select * from ledger_posting tablesample bernoulli (least(100, %1$d * 600.0 / (select sum(reltuples) from pg_class
                         where relname like 'ledger_posting_20%%' and relkind = 'r' and relnamespace = current_schema::regnamespace))) repeatable (1)
                         where fund is not null) posting
                  join (select id, source_kind, source_id from ledger_journal) journal on journal.id = posting.journal
                 order by md5(posting.id::text)
                 limit %1$d""".formatted(wanted));
        return Arrays.stream(rows.split("\n"))
                .map(row -> row.split("\\|"))
                .map(of -> new Sample(
                        of[0], Long.parseLong(of[1]), LocalDate.parse(of[2]), of[3], of[4], of[5], of[6], of[7]))
                .toList();
    }
}
