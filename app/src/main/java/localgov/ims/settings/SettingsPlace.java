package localgov.ims.settings;

/// A page of settings that is no list of entries. A room that has one declares it as a bean, and it stands among the
/// types.
///
/// @param path within the office; whoever sees settings may open it
public record SettingsPlace(Part part, Phrase words, String path) {}
