package localgov.ims.people;

import java.util.Optional;
import java.util.stream.Stream;

/// One thing that somebody may do. A role or an API key is a set of them.
///
/// Some can be limited to funds, offices and methods of payment, because every screen and call that asks for them
/// looks only within the limits. The others reach everything: a grant with limits does not give them at all.
public enum Permission {
    /// See what came in and find receipts.
    SEE_RECEIPTS(Area.MONEY, true),
    /// Start a payment for a payer.
    TAKE_PAYMENTS(Area.MONEY, true),
    /// See files that arrived and what became of each line.
    SEE_IMPORTS(Area.MONEY, false),
    /// Hand in a file.
    TAKE_IN_FILES(Area.MONEY, false),
    /// See money we could not place.
    SEE_SUSPENSE(Area.MONEY, true),
    /// Say where money in suspense belongs.
    ALLOCATE_SUSPENSE(Area.MONEY, true),
    /// See what is given back and how it stands.
    SEE_REFUNDS(Area.MONEY, true),
    /// Ask for money to be given back, and see to what a provider or the bank did with it.
    ASK_REFUNDS(Area.MONEY, true),
    /// Write down that a bank returned a cheque or a Direct Debit unpaid.
    RECORD_UNPAID(Area.MONEY, true),
    /// See which payments are disputed and how that stands.
    SEE_DISPUTES(Area.MONEY, true),
    /// Be told of disputed payments, and say which bills lose what a payer's bank has had back.
    HANDLE_DISPUTES(Area.MONEY, true),
    /// Send receipts to whoever a payer names, and again what has not reached payers, also to an address put right.
    WRITE_TO_PAYERS(Area.MONEY, false),
    /// Move money from one fund or account to another.
    MOVE_MONEY(Area.MONEY, false),
    /// Approve what a colleague asked to do with money.
    APPROVE(Area.MONEY, false),
    /// See balances, journals, laws and the seals of the book.
    SEE_BOOKS(Area.BOOKS, false),
    /// See who did what.
    SEE_AUDIT(Area.BOOKS, false),
    /// See who owes what.
    SEE_ACCOUNTS(Area.ACCOUNTS, true),
    /// Load account holders as a service system states them.
    LOAD_ACCOUNTS(Area.ACCOUNTS, true),
    /// See funds, methods of payment, VAT codes and the other reference data.
    SEE_SETTINGS(Area.SETTINGS, false),
    /// Change reference data.
    CHANGE_SETTINGS(Area.SETTINGS, false),
    /// See colleagues, their roles, and the keys of programs.
    SEE_PEOPLE(Area.PEOPLE, false),
    /// Ask for roles for colleagues, take them away, end and restore access.
    MANAGE_PEOPLE(Area.PEOPLE, false),
    /// Ask for new roles and changes to roles.
    MANAGE_ROLES(Area.PEOPLE, false),
    /// Make and withdraw the keys of programs.
    MANAGE_KEYS(Area.PEOPLE, false),
    /// Agree to what a colleague may do: a role for somebody, a role itself, a key.
    APPROVE_ACCESS(Area.PEOPLE, false);

    /// What a permission is about, so that a page can show many of them.
    public enum Area {
        MONEY,
        BOOKS,
        ACCOUNTS,
        SETTINGS,
        PEOPLE
    }

    private final Area area;
    private final boolean limitable;

    Permission(Area area, boolean limitable) {
        this.area = area;
        this.limitable = limitable;
    }

    public Area area() {
        return area;
    }

    /// Whether it can be had for some funds, offices or methods of payment only.
    public boolean isLimitable() {
        return limitable;
    }

    /// The permission that is written down so. One that there is no more gives nothing.
    static Optional<Permission> read(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
