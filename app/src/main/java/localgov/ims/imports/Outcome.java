package localgov.ims.imports;

/// What became of an amount of a file. The worst comes last: a line of several parts has the worst outcome of them.
public enum Outcome {
    /// In the book, where it belongs.
    POSTED,
    /// It settles money already in the book.
    SETTLED,
    /// It takes back money already in the book.
    RETURNED,
    /// Not money, or money that is in the book already.
    IGNORED,
    /// In the book, in suspense: a person must say what it is for.
    SUSPENSE;

    Outcome orWorse(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
