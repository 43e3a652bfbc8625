package localgov.ims.organisation.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the council looks, and how it would.
///
/// @param details where everything else it says of itself is written down
/// @param mayChange whether whoever looks may change it
/// @param written whether the details are written down, so that colours can be kept with them
/// @param version of the details that were seen
/// @param trying whether the page is in colours that are not kept yet
public record BrandingPage(
        String details,
        boolean mayChange,
        boolean written,
        long version,
        boolean trying,
        List<Ratio> ratios,
        @Nullable Picture logo) {
    public BrandingPage {
        ratios = List.copyOf(ratios);
    }

    /// How well one thing can be read.
    ///
    /// @param measured such as `4.5`
    public record Ratio(String what, String words, String ground, String measured, boolean enough) {}

    /// @param size in words
    public record Picture(String src, int width, int height, String size) {}
}
