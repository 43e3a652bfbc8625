package localgov.ims.sandbox.pages;

import org.jspecify.annotations.Nullable;

/// Where a payer comes back to.
///
/// @param reference of the payment, as they brought it; nothing when they brought none
public record ShopPage(@Nullable String reference) {}
