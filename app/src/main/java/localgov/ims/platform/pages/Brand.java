package localgov.ims.platform.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a council shows itself, in the language of one page. What it has not written down is empty.
///
/// @param name empty when the register of councils has the only one
/// @param logo absent when there is none
/// @param style the address of a style sheet with the council's colours; absent when it has none of its own
/// @param address where letters reach it, line by line
/// @param otherWays a page of the council about other ways to pay than here; absent when there is none
/// @param links to what every public service says of itself, such as its accessibility statement
public record Brand(
        String name,
        String strapline,
        @Nullable Logo logo,
        @Nullable String style,
        List<String> address,
        String phone,
        String email,
        String vatNumber,
        @Nullable String otherWays,
        List<Link> links) {
    public static final Brand NONE = new Brand("", "", null, null, List.of(), "", "", "", null, List.of());

    public Brand {
        address = List.copyOf(address);
        links = List.copyOf(links);
    }

    /// A picture in the head of every page.
    ///
    /// @param saysName whether the name can be read in the picture, so that it is not written beside it
    public record Logo(String src, int width, int height, boolean saysName) {}

    public record Link(String words, String href) {}

    /// The same in other colours.
    public Brand in(@Nullable String otherStyle) {
        return new Brand(name, strapline, logo, otherStyle, address, phone, email, vatNumber, otherWays, links);
    }

    /// Whether a payer can be told how to reach the council.
    public boolean isReachable() {
        return !address.isEmpty() || !phone.isEmpty() || !email.isEmpty() || !links.isEmpty();
    }
}
