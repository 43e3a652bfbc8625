package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import localgov.ims.rig.BankFile;
import localgov.ims.rig.RunningIms;

/// A running system with 300,000 account holders, and the files to bring in.
final class ImportSite implements AutoCloseable {
    static final int ACCOUNTS = 300_000;

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
        loadAccounts();
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
