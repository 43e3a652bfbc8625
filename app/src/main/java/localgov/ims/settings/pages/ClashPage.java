package localgov.ims.settings.pages;

import java.util.List;
import java.util.Map;

/// Two people changed the same entry: both versions beside one another, to be chosen from field by field.
///
/// @param who who saved first, and when, in words
public record ClashPage(
        String title, String action, String back, String who, List<Differing> fields, Map<String, String> hidden) {

    /// @param take which is chosen to begin with: `mine`, `theirs`, or empty when both changed it
    public record Differing(String name, String label, String mine, String theirs, String take) {}
}
