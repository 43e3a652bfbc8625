package localgov.ims.imports;

/// A file is kept and waits to be read.
public record FileReceived(ImportId id) {}
