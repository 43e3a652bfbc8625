package localgov.ims.formats.profiles;

import org.jspecify.annotations.Nullable;

/// How the rows of a file are made.
public sealed interface ProfileShape extends ByName {

    /// Rows to pass over at the beginning, whatever they hold.
    @Nullable
    Integer skip();

    /// Where the names of the columns stand; null when nowhere.
    @Nullable
    Headings headings();

    /// Columns with a character between them.
    ///
    /// @param delimiter one character
    /// @param quote the character around a text that may hold the delimiter; the double quote when left out, and
    ///     nothing when empty
    /// @param encoding UTF-8 where a row is valid UTF-8 and else Windows Latin-1 when left out
    /// @param columns how many columns each row has where there are no headings
    /// @param ragged whether a row may have fewer or more columns than that
    record Delimited(
            String delimiter,
            @Nullable String quote,
            @Nullable Encoding encoding,
            @Nullable Headings headings,
            @Nullable Integer skip,
            @Nullable Integer columns,
            boolean ragged)
            implements ProfileShape {}

    /// Fields at fixed positions of a line.
    ///
    /// @param encoding as for columns
    /// @param shortest the length that a row of an entry has at least
    record FixedWidth(
            @Nullable Encoding encoding,
            @Nullable Integer skip,
            @Nullable Integer shortest) implements ProfileShape {

        @Override
        public @Nullable Headings headings() {
            return null;
        }
    }

    /// A workbook (.xlsx), read by the addresses of its cells.
    ///
    /// @param sheet the name of the sheet; the first one when left out
    record Spreadsheet(
            @Nullable String sheet,
            @Nullable Headings headings,
            @Nullable Integer skip) implements ProfileShape {}

    /// Where the names of the columns stand.
    enum Headings {
        /// In the first row that is not passed over.
        FIRST,
        /// In the first row that has all the headings that the profile names; what is before it may be headers.
        FOUND
    }

    /// The characters of a file.
    enum Encoding {
        UTF_8,
        WINDOWS_1252,
        ISO_8859_1,
        UTF_16
    }
}
