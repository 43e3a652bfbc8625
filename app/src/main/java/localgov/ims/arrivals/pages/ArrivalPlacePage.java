package localgov.ims.arrivals.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One place where files arrive, and what came there.
///
/// @param trouble why it could not be looked at and since when; absent when it could
/// @param look where somebody asks to have it looked at now; absent for those who may not, or when it is not looked at
/// @param attempt where the connection is tried; absent for those who may not
/// @param server what else there is to know of a server; absent for a folder
/// @param older where older files are; absent on the last page
public record ArrivalPlacePage(
        String name,
        String back,
        String state,
        String classes,
        @Nullable String trouble,
        List<SummaryRow> facts,
        @Nullable String look,
        @Nullable String attempt,
        @Nullable Server server,
        List<Row> files,
        @Nullable String older) {
    public ArrivalPlacePage {
        facts = List.copyOf(facts);
        files = List.copyOf(files);
    }

    /// A server and the keys on both sides.
    ///
    /// @param facts where it is and which key of it is agreed to
    /// @param seen the key that it shows and that nobody has agreed to, and since when; absent when there is none
    /// @param agree where somebody asks for that key to be agreed to; absent for those who may not
    /// @param ours the public half of the council's key; absent when there is none or it signs in with a password
    /// @param make where another key is made; absent for those who may not, or where it signs in with a password
    public record Server(
            List<SummaryRow> facts,
            @Nullable Seen seen,
            @Nullable String agree,
            @Nullable String ours,
            @Nullable String make) {
        public Server {
            facts = List.copyOf(facts);
        }
    }

    /// @param changed whether another key was agreed to before
    public record Seen(String hostKey, String at, boolean changed) {}

    /// @param imports what it brought
    public record Row(String name, String href, String seen, String state, String classes, List<Link> imports) {
        public Row {
            imports = List.copyOf(imports);
        }
    }

    /// An import.
    public record Link(String words, String href) {}
}
