package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Runs Debian's programs and the scripts that come with the benches.
final class Tool {
    private Tool() {}

    /// What the program said; throws when it failed.
    static String run(Map<String, String> environment, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("%s: %s".formatted(command.getFirst(), said));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A number in what a program said.
    static double number(String said, String pattern) {
        var found = Pattern.compile(pattern).matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("No \"%s\" in: %s".formatted(pattern, said));
        }
        return Double.parseDouble(found.group(1));
    }

    /// A script of the benches, by name.
    static String script(String name) {
        try (var in = Tool.class.getResourceAsStream("/bench/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same as a file in a folder, for programs that read files.
    static Path script(String name, Path folder) {
        try {
            return Files.writeString(folder.resolve(name), script(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
