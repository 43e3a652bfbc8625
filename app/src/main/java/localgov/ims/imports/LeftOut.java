package localgov.ims.imports;

/// Rows of a file that its description leaves out.
///
/// @param reason why, as the description says
/// @param rows how many
public record LeftOut(String reason, long rows) {}
