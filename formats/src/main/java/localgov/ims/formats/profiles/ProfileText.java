package localgov.ims.formats.profiles;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a text comes from. Every text is taken without the spaces around it.
public sealed interface ProfileText {

    /// A column by its number, counted from 1, or in a spreadsheet by its letters.
    record Column(String column) implements ProfileText {}

    /// A column by its heading; capitals and spaces do not count.
    ///
    /// @param also other names for the same column
    /// @param optional whether a file may do without it; its text is then empty
    record Heading(String heading, List<String> also, boolean optional) implements ProfileText {
        public Heading {
            also = List.copyOf(also);
        }
    }

    /// The characters of a line between two positions, counted from 1, both included.
    record Positions(int from, int to) implements ProfileText {}

    /// Always the same.
    record Constant(String text) implements ProfileText {}

    /// What the last header row gave under this name.
    record FromHeader(String header) implements ProfileText {}

    /// Several texts one behind the other; empty ones leave no gap.
    ///
    /// @param with what stands between them; nothing when left out
    record Join(List<ProfileText> join, @Nullable String with) implements ProfileText {
        public Join {
            join = List.copyOf(join);
        }
    }

    /// The first of several texts that is not empty.
    record First(List<ProfileText> first) implements ProfileText {
        public First {
            first = List.copyOf(first);
        }
    }

    /// A text put in order, in these steps one after the other.
    ///
    /// @param from the first character that is kept, counted from 1
    /// @param to the last character that is kept
    /// @param after what is kept stands behind this; when it does not occur, nothing is kept
    /// @param before what is kept stands before this; when it does not occur, everything is kept
    /// @param without what is taken away at the beginning where it stands there
    /// @param remove characters that are taken away wherever they stand
    /// @param values what certain texts mean; capitals do not count
    /// @param otherwise what every other text means; it stays as it is when left out
    record Tidied(
            ProfileText of,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String after,
            @Nullable String before,
            @Nullable String without,
            @Nullable String remove,
            Map<String, String> values,
            @Nullable String otherwise)
            implements ProfileText {
        public Tidied {
            values = Map.copyOf(values);
        }
    }
}
