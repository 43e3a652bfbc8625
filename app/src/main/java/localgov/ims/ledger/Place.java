package localgov.ims.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a posting is in the book, as addresses of the office have it: `17-1`.
public record Place(long journal, int line) {
    private static final Pattern PATTERN = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    /// Nothing when it is not one.
    public static Optional<Place> read(String written) {
        return Optional.of(PATTERN.matcher(written))
                .filter(Matcher::matches)
                .map(found -> new Place(Long.parseLong(found.group(1)), Integer.parseInt(found.group(2))));
    }
}
