package localgov.ims.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.StatementSink;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ProfileReader;
import localgov.ims.kernel.CardNumbers;

/// The beginning of a file, to describe it by, and what a description reads of it.
final class Samples {
    /// How many characters of a file are a sample of it.
    static final int LONGEST = 20_000;

    private static final int MOST_LINES = 200;
    private static final int MOST_SHOWN = 50;

    private Samples() {}

    /// Whole lines from the beginning of a file, with card numbers masked; empty when it is no text.
    static Optional<String> of(InputStream in) throws IOException {
        var bytes = in.readNBytes(2 * LONGEST);
        for (var b : bytes) {
            if (b == 0) {
                return Optional.empty();
            }
        }
        return bytes.length == 0 ? Optional.empty() : Optional.of(shortened(text(bytes)));
    }

    /// As files are read: UTF-8 where it is valid, else Windows Latin-1. A character that was cut off is left out.
    private static String text(byte[] bytes) {
        for (int cut = 0; cut < 4 && cut < bytes.length; cut++) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut))
                        .toString();
            } catch (CharacterCodingException _) {
                continue;
            }
        }
        return new String(bytes, Charset.forName("windows-1252"));
    }

    /// The same sample, no longer than one may be and fit to be kept.
    static String shortened(String text) {
        var kept = new StringBuilder();
        int lines = 0;
        for (var line : (Iterable<String>) text.replace("\uFEFF", "").lines()::iterator) {
            if (++lines > MOST_LINES || kept.length() + line.length() + 1 > LONGEST) {
                break;
            }
            kept.append(line.replace('\u0000', ' ')).append('\n');
        }
        return CardNumbers.masked(kept.toString());
    }

    /// What a description reads of a sample: the first entries, problems, checks, and rows that are no money.
    ///
    /// @param entries how many there are in all
    record Read(List<StatementLine> lines, List<Problem> problems, List<Check> checks, List<Left> left, long entries) {}

    /// A row that is no money, and why.
    record Left(long line, String reason) {}

    static Read read(Profile profile, String sample) {
        var sink = new Sink();
        try {
            ProfileReader.read(profile, new ByteArrayInputStream(sample.getBytes(StandardCharsets.UTF_8)), sink);
        } catch (UnreadableFile e) {
            sink.problem(e.problem());
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot break", e);
        }
        return new Read(sink.lines, sink.problems, sink.checks, sink.left, sink.entries);
    }

    private static final class Sink implements StatementSink {
        private final List<StatementLine> lines = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<Left> left = new ArrayList<>();
        private long entries;

        @Override
        public void statement(StatementHead head) {}

        @Override
        public void line(StatementLine line) {
            entries++;
            add(lines, line);
        }

        @Override
        public void ignored(long line, String reason) {
            add(left, new Left(line, reason));
        }

        @Override
        public void check(Check check) {
            add(checks, check);
        }

        @Override
        public void problem(Problem problem) {
            add(problems, problem);
        }

        private static <T> void add(List<T> list, T one) {
            if (list.size() < MOST_SHOWN) {
                list.add(one);
            }
        }
    }
}
