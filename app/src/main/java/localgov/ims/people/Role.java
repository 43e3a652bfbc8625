package localgov.ims.people;

import static localgov.ims.people.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/// What somebody is at the council. Whoever looks after settings and people does not move money, and the auditor
/// changes nothing.
public enum Role {
    ADMINISTRATOR(
            SEE_RECEIPTS,
            SEE_IMPORTS,
            SEE_SUSPENSE,
            SEE_BOOKS,
            SEE_ACCOUNTS,
            SEE_SETTINGS,
            CHANGE_SETTINGS,
            SEE_AUDIT,
            MANAGE_PEOPLE),
    FINANCE(
            SEE_RECEIPTS,
            SEE_IMPORTS,
            TAKE_IN_FILES,
            SEE_SUSPENSE,
            ALLOCATE_SUSPENSE,
            TAKE_PAYMENTS,
            MOVE_MONEY,
            SEE_BOOKS,
            SEE_ACCOUNTS,
            LOAD_ACCOUNTS,
            SEE_SETTINGS),
    APPROVER(
            SEE_RECEIPTS, SEE_IMPORTS, SEE_SUSPENSE, ALLOCATE_SUSPENSE, APPROVE, SEE_BOOKS, SEE_ACCOUNTS, SEE_SETTINGS),
    CASHIER(SEE_RECEIPTS, TAKE_PAYMENTS, SEE_ACCOUNTS),
    SERVICE(SEE_RECEIPTS, SEE_ACCOUNTS),
    AUDITOR(SEE_RECEIPTS, SEE_IMPORTS, SEE_SUSPENSE, SEE_BOOKS, SEE_ACCOUNTS, SEE_SETTINGS, SEE_AUDIT);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.copyOf(EnumSet.of(permissions[0], permissions));
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
