package localgov.ims.reporting;

import java.time.Instant;

/// A look at all laws of the books at one moment.
///
/// @param broken how many of the laws did not hold
/// @param seal the last seal then, 0 for none
public record Proof(long id, Instant checkedAt, int laws, int broken, long seal) {}
