package localgov.ims.councils;

import java.util.regex.Pattern;

/// A council's short name, also the name of its schema and role after `council_`: small letters, digits and
/// underscores.
public record CouncilId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public CouncilId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A council's short name is small letters, digits and underscores: " + value);
        }
    }

    /// The schema and the role that hold this council; safe to place in a statement because of its form.
    public String schema() {
        return "council_" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
