package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import localgov.ims.settings.Consequence;
import localgov.ims.settings.Phrase;
import org.jspecify.annotations.Nullable;

/// A fund whose references would have to look different.
///
/// @param was what they look like now; absent when anything is taken
/// @param next what they would look like
public record Reforming(Fund fund, @Nullable ReferenceFormat was, ReferenceFormat next) {
    private static final int SHOWN_AT_EACH_END = 2;

    /// Whether the reference, exactly as it is kept, is taken now and would not be any more.
    public boolean orphans(String reference) {
        return takes(reference) && !next.fits(reference);
    }

    /// Whether the reference is taken now.
    public boolean takes(String reference) {
        return was == null || was.fits(reference);
    }

    /// Counts references one by one, and keeps some as examples.
    public final class Count {
        private final List<String> examples = new ArrayList<>();
        private final boolean whole;
        private long many;
        private long all;

        /// @param whole whether whoever looks may see them whole
        public Count(boolean whole) {
            this.whole = whole;
        }

        public void add(String reference) {
            add(reference, orphans(reference));
        }

        /// Something that has several references, which was judged already.
        public void add(String reference, boolean orphaned) {
            all++;
            if (orphaned) {
                many++;
                if (examples.size() < Consequence.EXAMPLES) {
                    examples.add(whole ? reference : masked(reference));
                }
            }
        }

        public Consequence as(Phrase words) {
            return new Consequence(
                    words, many, all, examples.stream().map(Phrase::same).toList());
        }
    }

    private static String masked(String reference) {
        int hidden = reference.length() - 2 * SHOWN_AT_EACH_END;
        return hidden <= 0
                ? "•".repeat(reference.length())
                : reference.substring(0, SHOWN_AT_EACH_END)
                        + "•".repeat(hidden)
                        + reference.substring(reference.length() - SHOWN_AT_EACH_END);
    }
}
