package localgov.ims.platform.pages;

/// What pages show of the council they belong to.
///
/// @param name as the council writes it: "Aldermere Council"
/// @param demo whether this is a demonstration, which every page then says
public record CouncilFace(String name, boolean demo) {}
