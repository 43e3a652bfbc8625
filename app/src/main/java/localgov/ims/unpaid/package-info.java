/// Cheques and Direct Debits that a bank returned unpaid.
///
/// Start at [localgov.ims.unpaid.UnpaidReceipts]. The money had been taken and posted; days later the bank says
/// that it never came. Somebody writes that down on the receipt, with the bank's day and reason, and a further
/// entry moves the money out of its funds again: the bill is unpaid. Nothing is changed, a receipt is returned
/// once and whole, and not when some of it was given back or taken back another way. It goes out from where it
/// stands: what is in suspense straight out of there, which closes its item, and what was placed since off the
/// bills on which it was placed.
@NullMarked
@ApplicationModule(
        displayName = "Returned unpaid",
        allowedDependencies = {
            "receipts",
            "suspense",
            "catalogue",
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
package localgov.ims.unpaid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
