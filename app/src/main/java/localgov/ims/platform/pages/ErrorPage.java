package localgov.ims.platform.pages;

import org.jspecify.annotations.Nullable;

/// What the template of an error page may see.
///
/// @param kind      which of the sentences in `words/errors_en.properties`
/// @param reference what leads from this page to our log, for a fault of ours
public record ErrorPage(String kind, @Nullable String reference) {}
