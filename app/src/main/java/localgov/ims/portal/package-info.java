/// The payer's door: choose what to pay, say which bill, look at the basket, pay, and see what became of it.
///
/// A letter may bring the payer to a form that is filled in already ([localgov.ims.portal.PayLink]), and
/// colleagues make such letters. Receipts are signed, so that anybody may find out whether one is genuine
/// ([localgov.ims.portal.SignedReceipts]), and followed to the account. Whoever tries out numbers is slowed down
/// ([localgov.ims.portal.Lookups]).
///
/// In English and Welsh, without JavaScript, on a telephone first. What the payer has chosen is kept in a basket in
/// the database, known by a cookie; nothing that the browser sends back is believed, and everything is judged again
/// when paying.
@NullMarked
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "payments",
            "settlements",
            "accounts",
            "catalogue",
            "organisation",
            "settings",
            "receipts",
            "unpaid",
            "suspense",
            "ledger",
            "messages",
            "notifications",
            "backoffice",
            "people",
            "audit",
            "govuk",
            "platform",
            "platform :: pages",
            "platform :: words",
            "councils",
            "kernel"
        })
package localgov.ims.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
