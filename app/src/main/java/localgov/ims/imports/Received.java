package localgov.ims.imports;

/// What became of a file handed in.
public sealed interface Received {

    /// It is kept and will be read.
    record New(ImportId id) implements Received {}

    /// The very same bytes had arrived before; this is that import.
    record SeenBefore(ImportId id) implements Received {}

    /// It has more bytes than are taken. Nothing was kept.
    record TooLarge(long mostBytes) implements Received {}

    /// No file comes from a source of this code now. Nothing was kept.
    record UnknownSource(String source) implements Received {}

    /// Nobody here takes this kind of file. Nothing was kept.
    record UnknownKind(String kind) implements Received {}
}
