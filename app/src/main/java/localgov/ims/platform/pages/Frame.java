package localgov.ims.platform.pages;

import java.util.List;
import java.util.stream.Stream;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What surrounds a page, whichever side of the counter it is on.
public sealed interface Frame permits PortalFrame, OfficeFrame {
    CouncilFace council();

    /// What the council wants everybody on this side of the counter to know now.
    List<Notice> notices();

    Words words();

    Csrf csrf();

    Assets assets();

    /// This page in the other language.
    String otherLanguageHref();

    /// What the page before this one wanted said, if anything.
    @Nullable
    String saying();

    /// The style sheets of this page, the council's colours last.
    default List<String> styles() {
        return Stream.concat(
                        assets().styles().stream(),
                        Stream.ofNullable(council().brand().style()))
                .toList();
    }

    default boolean demo() {
        return council().demo();
    }
}
