package localgov.ims.imports;

/// The life of an import.
public enum ImportState {
    /// Kept, and waiting to be read.
    RECEIVED,
    /// Being read; when whoever reads it dies, the next reader begins again.
    READING,
    /// Something in it cannot be read with certainty. Nothing of it is in the book.
    REFUSED,
    /// It can be read, but contradicts itself, is in another currency or about another account than ours: a person must
    /// look. Nothing of it is in the book.
    HELD,
    /// Every line is accounted for.
    POSTED,
    /// All that it brought has been taken back.
    REVERSED;

    /// Whether nothing of it is in the book, and reading it anew may come to another end.
    public boolean mayBeReadAgain() {
        return this == REFUSED || this == HELD;
    }

    /// Whether it is still to be read to its end.
    public boolean isOpen() {
        return this == RECEIVED || this == READING;
    }
}
