package localgov.ims.suspense;

import java.util.List;
import localgov.ims.recognition.How;
import localgov.ims.recognition.Reason;

/// An account that an item may belong to, with what speaks for it.
///
/// @param fundName the fund as people know it
/// @param how what it was found by
/// @param reasons short sentences, the strongest first
/// @param quote the part of the bank's text that it was found in; empty when it was found otherwise
public record Suggestion(String fund, String fundName, String account, How how, List<Reason> reasons, String quote) {

    /// The reasons in English.
    public List<String> inWords() {
        return reasons.stream().map(Reason::english).toList();
    }
}
