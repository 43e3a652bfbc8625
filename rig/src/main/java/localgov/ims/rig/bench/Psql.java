package localgov.ims.rig.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Debian's psql and pgbench on the bench's database: as its owner, or in a council's role.
final class Psql {
    private final String url;
    private final String council;

    /// @param url a JDBC address, whose host, port and database are used
    Psql(String url, String council) {
        this.url = url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
        this.council = council;
    }

    /// Runs all commands as the owner in one session and, when there are several, in one database transaction.
    String run(String... commands) {
        var arguments = new ArrayList<>(command());
        if (commands.length > 1) {
            arguments.add("-1");
        }
        for (var command : commands) {
            arguments.add("-c");
            arguments.add(command);
        }
        return Tool.run(Map.of("PGOPTIONS", "-c search_path=council_" + council), arguments);
    }

    /// Runs a script of the benches as the owner.
    String script(Path script, Map<String, String> values) {
        var arguments = new ArrayList<>(command());
        values.forEach((key, value) -> arguments.addAll(List.of("-v", key + "=" + value)));
        arguments.addAll(List.of("-f", script.toString()));
        return Tool.run(Map.of("PGOPTIONS", "-c search_path=council_%s,public".formatted(council)), arguments);
    }

    private List<String> command() {
        return List.of("psql", url, "-U", "postgres", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1");
    }

    /// Runs a script again and again in the council's role, with prepared statements; what pgbench says in the end.
    String pgbench(Path script, int clients, int seconds) {
        return Tool.run(
                Map.of("PGOPTIONS", "-c role=council_%1$s -c search_path=council_%1$s".formatted(council)),
                List.of(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        "" + clients,
                        "-j",
                        "2",
                        "-T",
                        "" + seconds,
                        "-f",
                        script.toString(),
                        url.replaceFirst("//", "//postgres@")));
    }
}
