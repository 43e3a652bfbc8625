package localgov.ims.settings.pages;

import java.util.List;
import java.util.Map;

/// What a change would do to what is there already, to be confirmed before it is saved.
///
/// @param again where the form is shown again with what was answered
/// @param back where nothing is changed
public record ConsequencesPage(
        String title, String action, String again, String back, List<Foreseen> foreseen, Map<String, String> hidden) {

    /// @param many "1,204 of 96,000"
    public record Foreseen(String words, String many, List<String> examples) {}
}
