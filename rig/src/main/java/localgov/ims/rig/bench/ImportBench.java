package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A million bank lines from disk to the committed book, with fifty rules of the council and its memory
/// of who paid what, against psql COPY of exactly the same final rows into tables with the same
/// indexes; and a hundred thousand against hledger importing the same lines by the three questions that
/// place nearly all of them.
final class ImportBench {
    private static final int ROUNDS = 3;
    private static final long LINES = 1_000_000;
    private static final long LINES_FOR_HLEDGER = 100_000;
    private static final int HEAP_MEGABYTES = 512;

    /// The tables that an import fills, and how its rows in each are found.
    private record Table(String name, String rows) {}

    private static final List<Table> TABLES = List.of(
            new Table(
                    "ledger_posting",
                    "select * from ledger_posting where journal = (select max(id) from ledger_journal where source_kind = 'import')"),
            new Table(
                    "imports_line",
                    "select line.* from imports_line line join imports_file file on file.id = line.import where file.id = (select id from imports_file order by received_at desc limit 1)"),
            new Table(
                    "receipts_suspense_item",
                    "select * from receipts_suspense_item where journal = (select max(id) from ledger_journal where source_kind = 'import')"));

    String run() {
        return speed() + " " + new MemoryBench().run();
    }

    private static String speed() {
        try (var site = new ImportSite(HEAP_MEGABYTES)) {
            site.bringIn(site.another(50_000));
            if (site.decidedByRules() == 0) {
                throw new IllegalStateException("No rule decided any line");
            }
            List<Round> rounds = new ArrayList<>();
            TABLES.forEach(
                    table -> site.psql.run("create table raw_%1$s (like %1$s including all)".formatted(table.name())));
            for (int round = 1; round <= ROUNDS; round++) {
                rounds.add(Cost.quiet(() -> round(site), Round::busier));
                System.out.printf(
                        "round %d, load %s: import %s; raw COPY %s%n",
                        round,
                        Cost.load(),
                        rounds.getLast().ours(),
                        rounds.getLast().raw());
            }
            var ours = rounds.stream().map(Round::ours).toList();
            var raw = rounds.stream().map(Round::raw).toList();
            var best = Cost.best(ours);
            var floor = Cost.best(raw);
            return "import_ratio=%.2f cpu_ratio=%.2f lines_a_second=%.0f hledger_ratio=%.1f"
                    .formatted(
                            best.wall() / floor.wall(),
                            Cost.leastCpu(ours) / Cost.leastCpu(raw),
                            LINES / best.wall(),
                            hledgerRatio(site));
        }
    }

    /// An import, and its rows copied raw.
    private record Round(Cost ours, Cost raw) {
        Cost busier() {
            return ours.others() > raw.others() ? ours : raw;
        }
    }

    private static Round round(ImportSite site) {
        return new Round(ours(site, LINES), raw(site));
    }

    private static Cost ours(ImportSite site, long lines) {
        var file = site.another(lines);
        return Cost.of(() -> site.bringIn(file), Cost.Meter.process(site.ims.process()), site.server());
    }

    private static Cost raw(ImportSite site) {
        List<String> copies = new ArrayList<>();
        for (var table : TABLES) {
            var file = site.folder.resolve(table.name() + ".tsv");
            site.psql.run("\\copy (%s) to '%s'".formatted(table.rows(), file));
            copies.add("\\copy raw_%s from '%s'".formatted(table.name(), file));
        }
        site.psql.run("checkpoint");
        return Cost.of(() -> site.psql.run(copies.toArray(String[]::new)), Cost.Meter.tools(), site.server());
    }

    /// How many times as many lines a second as hledger, which reads them as CSV with the same three questions as
    /// rules.
    private static double hledgerRatio(ImportSite site) {
        var ours = Cost.quiet(() -> ours(site, LINES_FOR_HLEDGER), cost -> cost);
        var file = site.last();
        var csv = site.folder.resolve("bank.csv");
        var rules = site.folder.resolve("bank.rules");
        try (var lines = Files.lines(file);
                var out = Files.newBufferedWriter(csv)) {
            for (var line : (Iterable<String>) lines.filter(line -> line.matches("\\d{14}.*"))::iterator) {
                long pence = Long.parseLong(line.substring(35, 46));
                out.write("2026-10-21,%d.%02d,%s,%s%n"
                        .formatted(
                                pence / 100,
                                pence % 100,
                                line.substring(46, 64).strip(),
                                line.substring(64, 82).strip()));
            }
            Files.writeString(rules, """
                    fields date, amount, description, comment
                    currency £
                    account1 bank:main
                    account2 suspense
                    if %comment ^77[0-9]{7}$
                     account2 fund:23
                    if %comment ^BJ[0-9]{7}[0-9A]$
                     account2 fund:11
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var theirs = Cost.quiet(() -> Cost.of(() -> hledger(csv, rules), Cost.Meter.tools()), cost -> cost);
        System.out.printf("%,d lines: import %s; hledger %s%n", LINES_FOR_HLEDGER, ours, theirs);
        return theirs.wall() / ours.wall();
    }

    private static void hledger(Path csv, Path rules) {
        try {
            var process = new ProcessBuilder("hledger", "-f", csv.toString(), "--rules-file", rules.toString(), "print")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("hledger did not read the lines");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
