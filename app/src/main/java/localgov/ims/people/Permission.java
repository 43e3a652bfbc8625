package localgov.ims.people;

/// One thing that somebody may do. A role or an API key is a set of them.
public enum Permission {
    /// See what came in and find receipts.
    SEE_RECEIPTS,
    /// See files that arrived and what became of each line.
    SEE_IMPORTS,
    /// Hand in a file.
    TAKE_IN_FILES,
    /// See money we could not place.
    SEE_SUSPENSE,
    /// Say where money in suspense belongs.
    ALLOCATE_SUSPENSE,
    /// Start a payment for a payer.
    TAKE_PAYMENTS,
    /// Move money from one fund or account to another.
    MOVE_MONEY,
    /// Approve what a colleague asked for.
    APPROVE,
    /// See balances, journals, laws and the seals of the book.
    SEE_BOOKS,
    /// See who owes what.
    SEE_ACCOUNTS,
    /// Load account holders as a service system states them.
    LOAD_ACCOUNTS,
    /// See funds, methods of payment, VAT codes and the other reference data.
    SEE_SETTINGS,
    /// Change reference data.
    CHANGE_SETTINGS,
    /// See who did what.
    SEE_AUDIT,
    /// See colleagues and their roles, and change them.
    MANAGE_PEOPLE
}
