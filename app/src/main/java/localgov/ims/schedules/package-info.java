/// Which credit of the bank is whose schedule: one amount from an employer, an agent or the Department for Work and
/// Pensions, and the list of bills that it pays.
///
/// A schedule is a file of money that somebody else collected. Its lines are receipts as soon as it comes, and wait on
/// the account of the method by which it is paid over. Its money comes into the bank as one credit and into suspense.
/// [localgov.ims.schedules.Schedules] finds both and matches them, whichever came first, when they come to the same to
/// the penny: the credit leaves suspense for that account. It happens once, and is undone whole when two people want
/// it. Where a third party is written down, [localgov.ims.schedules.MatchingByItself] matches what is certain.
@NullMarked
@ApplicationModule(
        displayName = "Schedules",
        allowedDependencies = {
            "imports",
            "receipts",
            "settings",
            "suspense",
            "journals",
            "ledger",
            "catalogue",
            "approvals",
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
package localgov.ims.schedules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
