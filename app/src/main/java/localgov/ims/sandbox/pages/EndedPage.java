package localgov.ims.sandbox.pages;

import org.jspecify.annotations.Nullable;

/// A page of the simulator on which nothing can be done.
///
/// @param how `stale`, `finished`, `closed` or `left`
/// @param returnUrl where the payer may go back to
public record EndedPage(String how, @Nullable String returnUrl) {}
