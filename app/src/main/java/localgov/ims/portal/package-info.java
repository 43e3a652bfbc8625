/// The payer's door: choose what to pay, say which bill, look at the basket, pay, and see what became of it.
///
/// In English and Welsh, without JavaScript, on a telephone first. What the payer has chosen is kept in a basket in
/// the database, known by a cookie; nothing that the browser sends back is believed, and everything is judged again
/// when paying.
@NullMarked
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "payments",
            "accounts",
            "catalogue",
            "organisation",
            "settings",
            "receipts",
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
