package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Debian's psql on the bench's database, as its owner: the raw baseline.
final class Psql {
    private final String url;
    private final String council;

    /// @param url a JDBC address, whose host, port and database are used
    Psql(String url, String council) {
        this.url = url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
        this.council = council;
    }

    /// Runs all commands in one session and, when there are several, in one database transaction.
    String run(String... commands) {
        var arguments = new ArrayList<>(List.of("psql", url, "-U", "postgres", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"));
        if (commands.length > 1) {
            arguments.add("-1");
        }
        for (var command : commands) {
            arguments.add("-c");
            arguments.add(command);
        }
        try {
            var builder = new ProcessBuilder(arguments).redirectErrorStream(true);
            builder.environment().put("PGOPTIONS", "-c search_path=council_" + council);
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("psql: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
