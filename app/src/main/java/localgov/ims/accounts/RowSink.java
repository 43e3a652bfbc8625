package localgov.ims.accounts;

import java.util.Map;
import java.util.Set;
import localgov.ims.settings.Phrase;

/// Takes what a file of account holders says, row by row.
interface RowSink {
    /// The columns that the council has added: `custom_ward`.
    Set<String> custom();

    /// Cells by column name, as text; a column that the row does not have is missing.
    void row(long line, Map<String, String> cells);

    /// A row that cannot be read; the rows after it can.
    void badRow(long line, String column, String value, Phrase problem);

    /// Something after which nothing more can be read from the file.
    void unreadable(long line, String column, String value, Phrase problem);
}
