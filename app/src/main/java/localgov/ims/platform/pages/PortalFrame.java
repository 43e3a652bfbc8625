package localgov.ims.platform.pages;

import java.util.List;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What surrounds a page for payers.
///
/// @param otherLanguageHref this page in the other language
public record PortalFrame(
        CouncilFace council,
        List<Notice> notices,
        Words words,
        Csrf csrf,
        Assets assets,
        @Nullable String saying,
        String path,
        String otherLanguageHref)
        implements Frame {}
