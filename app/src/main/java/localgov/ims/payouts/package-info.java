/// Payouts of card providers against the lines of the bank: what a provider says that it paid out on a day is a line of
/// the bank, or somebody sees that it is not.
///
/// Start at [localgov.ims.payouts.Payouts]. Nothing is posted here: the payments, fees and refunds of a
/// payout and the bank's line are in the book, and both stand in the same clearing account. A line is
/// matched by itself when exactly one has the amount of exactly one payout to the penny; otherwise a
/// person says which, or why there is none.
@NullMarked
@ApplicationModule(
        displayName = "Payouts of card providers",
        allowedDependencies = {
            "settlements",
            "payments",
            "providers",
            "ledger",
            "people",
            "backoffice",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.payouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
