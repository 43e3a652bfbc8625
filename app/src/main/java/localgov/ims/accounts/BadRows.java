package localgov.ims.accounts;

/// What to do with a file in which some rows are wrong.
public enum BadRows {
    /// Nothing of the file is kept.
    REFUSE_FILE,
    /// The rows that are right are kept, the others are reported.
    LEAVE_OUT
}
