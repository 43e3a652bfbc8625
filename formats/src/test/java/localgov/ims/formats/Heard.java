package localgov.ims.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ProfileReader;
import org.jspecify.annotations.Nullable;

/// Everything that a file said, kept for a test to look at.
public final class Heard extends Told implements StatementSink {

    public final List<StatementHead> statements = new ArrayList<>();
    public final List<StatementLine> lines = new ArrayList<>();
    public final List<Stated> stated = new ArrayList<>();
    public final Map<Long, String> ignored = new LinkedHashMap<>();
    public final List<String> numbers = new ArrayList<>();
    public final Map<String, Balance> balances = new LinkedHashMap<>();

    public @Nullable FileFormat format;

    public static Heard from(String text) throws UnreadableFile {
        return from(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Heard from(byte[] file) throws UnreadableFile {
        var heard = new Heard();
        heard.format = read(file, in -> BankFiles.read(in, null, heard));
        return heard;
    }

    public static Heard by(Profile profile, byte[] file) throws UnreadableFile {
        var heard = new Heard();
        return read(file, in -> {
            ProfileReader.read(profile, in, heard);
            return heard;
        });
    }

    public static Heard by(Profile profile, String text) throws UnreadableFile {
        return by(profile, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The problem for which a file is refused; a file that is read fails the test.
    public static Problem refusal(byte[] file) {
        try {
            throw new AssertionError("the file was read: " + from(file).lines);
        } catch (UnreadableFile refused) {
            return refused.problem();
        }
    }

    public static Problem refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    public Balance balance(String kind) {
        return balances.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" " + kind))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void statement(StatementHead head) {
        statements.add(head);
    }

    @Override
    public void line(StatementLine line) {
        lines.add(line);
    }

    @Override
    public void line(StatementLine line, Stated more) {
        lines.add(line);
        stated.add(more);
    }

    @Override
    public void ignored(long line, String reason) {
        ignored.put(line, reason);
    }

    /// What each line is worth, credits positive.
    public List<String> amounts() {
        return lines.stream()
                .map(line -> (line.direction() == Direction.CREDIT
                                ? line.amount()
                                : line.amount().negate())
                        .toPlainString())
                .toList();
    }

    @Override
    public void numbered(String account, long number) {
        numbers.add(account + " " + number);
    }

    @Override
    public void balance(String account, Balance balance) {
        balances.put(account + " " + balance.kind(), balance);
    }
}
