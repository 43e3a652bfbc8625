package localgov.ims.settings;

/// An entry of the reference data kept in this table was added, changed, retired or restored.
public record ReferenceDataChanged(String table) {}
