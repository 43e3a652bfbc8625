package localgov.ims.formats.profiles;

/// Marks a choice that stands in JSON under the name of what was chosen: `{"delimited": {…}}`. Other choices are told
/// apart by their first property.
interface ByName {}
