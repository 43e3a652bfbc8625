package localgov.ims.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names of files as people write them down, with `*` for anything.
public final class NamesAlike {
    private static final String ANYTHING = "*";

    private NamesAlike() {}

    /// Whether a file is called so; capital and small letters are alike.
    public static boolean fits(String written, String fileName) {
        var pattern = Arrays.stream(written.toLowerCase(Locale.ROOT).split(Pattern.quote(ANYTHING), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return fileName.toLowerCase(Locale.ROOT).matches(pattern);
    }
}
