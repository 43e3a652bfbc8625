package localgov.ims.settings;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import localgov.ims.platform.words.Words;

/// Shows what an entry would do before it is saved. A room that can try out entries of a type says so with a bean; the
/// form of the type then has a place for samples, and what is shown here beneath it.
public interface Trial {
    /// The type's name in addresses: `reference-formats`.
    String type();

    /// What is typed as samples, one to a line.
    Phrase samples();

    Phrase hint();

    /// @param key the entry's; empty while it is being added
    /// @param answers in their plain form and without problems
    /// @param samples none is blank
    Content show(String key, Map<String, String> answers, List<String> samples, Words words);
}
