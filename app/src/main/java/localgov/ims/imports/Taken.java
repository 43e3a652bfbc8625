package localgov.ims.imports;

import org.jspecify.annotations.Nullable;

/// Where an amount went and why.
///
/// @param rule a stable code for the reason
/// @param because what belongs to the reason, compact; the kind of file turns it into words when somebody looks
public record Taken(Outcome outcome, Place place, String rule, String because) {

    /// A fund and an account in it; neither, when the amount has no place yet.
    public record Place(@Nullable String fund, @Nullable String account) {
        public static final Place NOWHERE = new Place(null, null);
    }

    static Taken ignored(String rule, String because) {
        return new Taken(Outcome.IGNORED, Place.NOWHERE, rule, because);
    }
}
