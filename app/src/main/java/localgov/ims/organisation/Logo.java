package localgov.ims.organisation;

/// The picture in the head of every page, without its bytes.
///
/// @param print of its bytes, which its address holds
public record Logo(String print, int width, int height) {
    public String address() {
        return "/assets/logo/" + print + ".png";
    }
}
