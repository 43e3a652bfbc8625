package localgov.ims.platform.pages;

/// What pages show of the council they belong to.
///
/// @param name as the council writes it in the language of the page: "Aldermere Council"
/// @param demo whether this is a demonstration, which every page then says
/// @param brand its logo, colours and how it can be reached, as far as it wrote them down
public record CouncilFace(String name, boolean demo, Brand brand) {
    public CouncilFace(String name, boolean demo) {
        this(name, demo, Brand.NONE);
    }

    /// The same council as it wants to be shown.
    CouncilFace in(Brand shown) {
        return new CouncilFace(shown.name().isEmpty() ? name : shown.name(), demo, shown);
    }
}
