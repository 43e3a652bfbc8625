/// Payments that a payer agreed to once: instalments of one sum, or the same amount again and again.
///
/// Start at [localgov.ims.agreements.Agreements]. A plan ([localgov.ims.agreements.Plan]) is shown day by day
/// before anybody agrees to it; the first payment sets the agreement up with the provider, on its page. From then
/// on [localgov.ims.agreements.Collecting] takes what is due: each try is a payment of its own in the room
/// `payments`, written down before a provider is asked, so that an answer that was lost takes nothing twice. What a
/// card refuses is tried again a few times and then counts as missed, which the account shows. Whoever agreed may
/// end it at any time by the signed link in every e-mail, and colleagues may; what has ended here is ended at the
/// provider too ([localgov.ims.agreements.Watching]).
@NullMarked
@ApplicationModule(
        displayName = "Agreements",
        allowedDependencies = {
            "portal",
            "payments",
            "providers",
            "accounts",
            "catalogue",
            "settings",
            "messages",
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
package localgov.ims.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
