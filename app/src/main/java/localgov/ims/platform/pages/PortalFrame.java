package localgov.ims.platform.pages;

import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What surrounds a page for payers.
///
/// @param otherLanguageHref this page in the other language
public record PortalFrame(
        CouncilFace council,
        Words words,
        Csrf csrf,
        Assets assets,
        @Nullable String saying,
        String path,
        String otherLanguageHref)
        implements Frame {}
