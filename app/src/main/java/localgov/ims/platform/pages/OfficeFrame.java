package localgov.ims.platform.pages;

import java.util.List;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What surrounds a page for the council's people.
///
/// @param otherLanguageHref this page in the other language
/// @param person absent before anybody has signed in
/// @param search absent when nothing can be searched
/// @param sought what was last typed into the search box
/// @param alerts what stays on every page until somebody has dealt with it
public record OfficeFrame(
        CouncilFace council,
        List<Notice> notices,
        Words words,
        Csrf csrf,
        Assets assets,
        @Nullable String saying,
        String path,
        String otherLanguageHref,
        @Nullable PersonFace person,
        List<NavItem> places,
        @Nullable OfficeSearch search,
        String sought,
        List<OfficeAlert> alerts)
        implements Frame {

    /// One entry of the navigation as this page shows it.
    public record NavItem(String label, String href, boolean current, long waiting) {}

    /// The same page in other colours.
    ///
    /// @param style the address of their style sheet
    public OfficeFrame inColours(@Nullable String style) {
        var face =
                new CouncilFace(council.name(), council.demo(), council.brand().in(style));
        return new OfficeFrame(
                face,
                notices,
                words,
                csrf,
                assets,
                saying,
                path,
                otherLanguageHref,
                person,
                places,
                search,
                sought,
                alerts);
    }
}
