package localgov.ims.staff.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One colleague: what they may do, why, and what waits for a second person.
///
/// @param held what they have now or will have; `past` what they had
/// @param may what all of it lets them do, area by area
/// @param sessions where they are signed in now, one sentence each
/// @param signOut where to send the form that signs them out everywhere; absent when it cannot be
/// @param change, give, leave, lost, restore where to go for it; absent when it cannot be done by whoever looks
public record PersonPage(
        String name,
        boolean active,
        List<SummaryRow> facts,
        List<Held> held,
        List<Held> past,
        List<Waiting> waiting,
        List<Area> may,
        List<String> sessions,
        @Nullable String signOut,
        @Nullable String change,
        @Nullable String give,
        @Nullable String leave,
        @Nullable String lost,
        @Nullable String restore) {

    /// @param decided who asked and who agreed, or who took it away
    public record Held(
            String role,
            String sentence,
            String limits,
            String days,
            String decided,
            @Nullable String take) {}

    ///
    /// @param lang the language of the sentence where it is another than the page's
    public record Waiting(String sentence, @Nullable String lang, String href) {}

    public record Area(String name, List<String> permissions) {}
}
