package localgov.ims.govuk;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One cell of a table, in its head or its body.
///
/// @param format `numeric` for figures, which are set right
public record Cell(
        Content content,
        @Nullable String format,
        @Nullable String classes,
        @Nullable Integer colspan,
        @Nullable Integer rowspan,
        Attributes attributes) {

    public static Cell of(String text) {
        return of(Html.text(text));
    }

    public static Cell of(Content content) {
        return new Cell(content, null, null, null, null, Attributes.NONE);
    }

    /// A figure: set right, in figures of one width.
    public static Cell figure(String text) {
        return new Cell(Html.text(text), "numeric", null, null, null, Attributes.NONE);
    }

    /// A figure with markup of its own, such as a link.
    public static Cell figure(Content content) {
        return new Cell(content, "numeric", null, null, null, Attributes.NONE);
    }

    /// The cells of one row, written down in parts.
    @SafeVarargs
    public static List<Cell> row(List<Cell>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    public Cell classes(String more) {
        return new Cell(content, format, Html.words(classes, more), colspan, rowspan, attributes);
    }

    public Cell spanning(int columns) {
        return new Cell(content, format, classes, columns, rowspan, attributes);
    }
}
