package localgov.ims.backoffice;

import java.util.List;

/// What waits for a person, in words.
///
/// @param counted how many there are, as the first page says it
/// @param href where all of them are
/// @param heading above the list
/// @param what they are, in a sentence
/// @param rows some of them, those first that should be seen to first
public record Pile(String counted, String href, String heading, String what, List<Row> rows) {
    public Pile {
        rows = List.copyOf(rows);
    }

    /// @param name what it is, which leads to where it is seen to
    /// @param more whose it is and since when
    /// @param state a word for how it stands, with the classes of its tag
    public record Row(String name, String href, String more, String state, String classes, String amount) {}
}
