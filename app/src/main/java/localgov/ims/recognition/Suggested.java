package localgov.ims.recognition;

import java.util.List;

/// An account that a payment may belong to, with what speaks for it.
///
/// @param how what it was found by
/// @param reasons the strongest first
/// @param quote the part of the text that it was found in; empty when it was found otherwise
public record Suggested(String fund, String account, How how, List<Reason> reasons, String quote) {}
