package localgov.ims.advices;

/// How a debit that came back stands.
public enum ReturnState {
    /// Nobody has looked for its receipt yet, or its day has not come.
    NEW,
    /// A person has to say which receipt it is.
    WAITING,
    /// Its receipt is known, and written down as returned.
    FOUND,
    /// Somebody said that nothing of the book is to be undone for it.
    ASIDE
}
