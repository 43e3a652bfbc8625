package localgov.ims.arrivals.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places where files arrive, and the files there that nobody could take.
///
/// @param add where another place is written down; absent for those who may not
/// @param more whether there are more files in quarantine than are shown
public record ArrivalPlacesPage(@Nullable String add, List<Row> places, List<Waiting> quarantine, boolean more) {
    public ArrivalPlacesPage {
        places = List.copyOf(places);
        quarantine = List.copyOf(quarantine);
    }

    /// @param where it is; data, in no language
    /// @param trouble why it could not be looked at and since when; empty when it could
    /// @param looked when it was last looked at
    public record Row(
            String name, String href, String where, String state, String classes, String trouble, String looked) {}

    /// A file in quarantine.
    public record Waiting(String name, String href, String place, String since, String why) {}
}
