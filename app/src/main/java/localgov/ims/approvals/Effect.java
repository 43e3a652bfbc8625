package localgov.ims.approvals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import localgov.ims.platform.words.Language;
import org.jspecify.annotations.Nullable;

/// What approving a request would do to what is there already, so that whoever agrees knows as much as whoever asked.
///
/// @param words what it happens to: "Accounts of Council tax that could no longer be paid"
/// @param inWelsh the same in Welsh
/// @param many how many
/// @param of how many there are; absent where it happens to all of them
/// @param examples some of them, as whoever looks may see them
/// @param examplesInWelsh the same in Welsh
public record Effect(
        String words,
        String inWelsh,
        long many,
        @Nullable Long of,
        List<String> examples,
        List<String> examplesInWelsh) {

    public Effect {
        examples = List.copyOf(examples);
        examplesInWelsh = List.copyOf(examplesInWelsh);
    }

    String words(Language language) {
        return language == Language.WELSH ? inWelsh : words;
    }

    List<String> examples(Language language) {
        return language == Language.WELSH ? examplesInWelsh : examples;
    }

    /// Stands for what was shown, so that only that is approved; empty when there was nothing to show.
    static String print(List<Effect> effects) {
        if (effects.isEmpty()) {
            return "";
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            effects.forEach(one -> digest.update(
                    "%s\0%d\0%s\n".formatted(one.words(), one.many(), one.of()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
