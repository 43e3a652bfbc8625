package localgov.ims.imports;

import java.time.Instant;

/// An import that a person has ended: it stays as it is, and the same bytes may be handed in anew.
///
/// @param by who ended it; where two people did, who asked
/// @param because their reason
public record Ended(Instant at, String by, String because) {}
