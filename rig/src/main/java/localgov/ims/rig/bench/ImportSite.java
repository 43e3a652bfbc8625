package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import localgov.ims.rig.BankFile;
import localgov.ims.rig.RunningIms;

/// A running system with 300,000 account holders, fifty rules, a memory of who has paid each account as a rule, and the
/// files to bring in.
final class ImportSite implements AutoCloseable {
    static final int ACCOUNTS = 300_000;
    private static final int RULES = 50;

    final RunningIms ims;
    final Path folder;
    final Psql psql;
    private int files;

    ImportSite(int heapMegabytes) {
        try {
            folder = Files.createTempDirectory("import-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ims = RunningIms.start(
                folder.resolve("data"), RunningIms.freePort(), Map.of("IMS_RIG_HEAP", heapMegabytes + "m"));
        psql = new Psql(ims.databaseUrl(), "demo");
        psql.run(CouncilRules.written(RULES));
        loadAccounts();
        loadMemory();
    }

    private void loadAccounts() {
        var rows = new StringBuilder("fund,number,name\n");
        for (int i = 0; i < ACCOUNTS; i++) {
            rows.append("23,")
                    .append(BankFile.councilTax(i))
                    .append(",Holder ")
                    .append(i)
                    .append('\n');
        }
        var reply = ims.api().postCsv("/api/v1/accounts", rows.toString());
        if (reply.status() >= 300) {
            throw new IllegalStateException("The account holders were refused: " + reply.text());
        }
    }

    /// Remembers for each account the bank account that pays it as a rule, and for others that of a neighbour, who paid
    /// it once.
    private void loadMemory() {
        var pairs = folder.resolve("payers.tsv");
        try (var out = Files.newBufferedWriter(pairs)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                boolean own = BankFile.paysFromOneAccount(i);
                out.write("%s\t23\t%s\t%d\t2026-08-03\n"
                        .formatted(BankFile.payer(own ? i : i + 1), BankFile.councilTax(i), own ? 1 + i % 24 : 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        psql.run(
                "\\copy receipts_paid_before (payer, fund, account_number, times, last_on) from '%s'".formatted(pairs));
        psql.run("analyze receipts_paid_before");
    }

    /// How many lines a rule decided, of all files so far.
    long decidedByRules() {
        return Long.parseLong(psql.run("select count(*) from imports_lines where rule like 'rule:%'"));
    }

    /// A file on disk that nobody has seen before.
    Path another(long lines) {
        files++;
        BankFile.write(last(), files, LocalDate.of(2026, 9, 1).plusDays(files), lines, ACCOUNTS);
        return last();
    }

    /// The file that was made last.
    Path last() {
        return folder.resolve("bank-%d.txt".formatted(files));
    }

    /// Brings the file in and waits until all of it is posted; the import's number.
    String bringIn(Path file) {
        var id = ims.api().upload(file).json().get("id").asString();
        var settled = ims.api().settled(id);
        if (!settled.get("state").asString().equals("posted")) {
            throw new IllegalStateException("The import was not posted: " + settled);
        }
        return id;
    }

    Cost.Meter server() {
        return Cost.Meter.server(ims.postmaster());
    }

    @Override
    public void close() {
        ims.close();
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
