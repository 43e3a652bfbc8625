package localgov.ims.platform.pages;

import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What surrounds a page, whichever side of the counter it is on.
public sealed interface Frame permits PortalFrame, OfficeFrame {
    CouncilFace council();

    Words words();

    Csrf csrf();

    Assets assets();

    /// This page in the other language.
    String otherLanguageHref();

    /// What the page before this one wanted said, if anything.
    @Nullable
    String saying();

    default boolean demo() {
        return council().demo();
    }
}
