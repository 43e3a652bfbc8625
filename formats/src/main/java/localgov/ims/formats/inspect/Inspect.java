package localgov.ims.formats.inspect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import localgov.ims.formats.BankFiles;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.bacs.BacsReports;

/// `bin/inspect FILE…`: one line of JSON for each file, whatever is in it.
public final class Inspect {

    private Inspect() {}

    /// Prints a line for each file. A file that cannot be read has a line too, with the reason among its problems.
    public static void main(String[] files) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (var file : files) {
            out.print(inspect(file) + "\n");
            out.flush();
        }
    }

    static String inspect(String file) {
        var bacs = new BacsFindings();
        var isBacs = false;
        var findings = new Findings();
        try (var in = new BufferedInputStream(Files.newInputStream(Path.of(file)), BankFiles.HEAD)) {
            if (BacsReports.recognise(head(in)).isPresent()) {
                isBacs = true;
                findings = bacs.findings();
                findings.format(BacsReports.read(in, bacs));
            } else {
                findings.format(BankFiles.read(in, file, findings));
            }
        } catch (UnreadableFile unreadable) {
            findings.problem(unreadable.problem());
        } catch (NoSuchFileException | InvalidPathException _) {
            findings.problem(new Problem(0, null, null, "There is no such file."));
        } catch (IOException | UncheckedIOException e) {
            findings.problem(new Problem(0, null, null, "The file cannot be opened or read: " + reason(e)));
        }
        return isBacs ? bacs.json(file) : findings.json(file);
    }

    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(BankFiles.HEAD);
        var head = in.readNBytes(BankFiles.HEAD);
        in.reset();
        return head;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
