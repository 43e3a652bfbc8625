/// Who owes what, as the council's service systems say.
///
/// Start at [localgov.ims.accounts.Accounts]: it loads account holders in bulk, finds one, judges whether an
/// amount may be paid to one, and gives an index of all of them that answers from memory. Accounts are facts
/// of another system: this room never makes one up and never removes one. Its pages look holders up and show what
/// the book has of each.
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {
            "catalogue",
            "settings",
            "ledger",
            "backoffice",
            "people",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
