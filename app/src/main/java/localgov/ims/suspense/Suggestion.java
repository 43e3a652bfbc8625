package localgov.ims.suspense;

import java.util.List;

/// An account that an item may belong to, with what speaks for it.
///
/// @param fundName the fund as people know it
/// @param reasons short sentences, the strongest first
/// @param quote the part of the bank's text that it was found in; empty when it was found otherwise
public record Suggestion(String fund, String fundName, String account, List<String> reasons, String quote) {}
