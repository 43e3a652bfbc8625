package localgov.ims.formats;

/// Is told what a bank file says, in the order of the file, while the file is being read. Nothing is kept by the
/// reader: what should be remembered, the sink remembers.
public interface StatementSink {

    /// A statement, or the section of one account, begins.
    void statement(StatementHead head);

    /// One entry, in the bank's sense: what the statement books as one.
    void line(StatementLine line);

    /// One entry of a file that says more about it than banks do, such as a fund. Whoever does not need that hears the
    /// entry alone.
    default void line(StatementLine line, Stated stated) {
        line(line);
    }

    /// A row that the description of the file says is no money, with the reason.
    default void ignored(long line, String reason) {}

    /// A control total or a balance was compared; told as soon as it is known.
    void check(Check check);

    /// A row could not be read and the reading goes on. The row is not told as a line.
    void problem(Problem problem);

    /// The statement that has begun has a number of its own in the sequence of those of the account.
    ///
    /// @param number greater than zero
    default void numbered(String account, long number) {}

    /// A balance that the bank states for an account of ours, other than the opening balance of the statement.
    default void balance(String account, Balance balance) {}
}
