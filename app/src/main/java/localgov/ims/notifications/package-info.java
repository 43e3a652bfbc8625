/// Tells the payer, from facts.
///
/// Start at [localgov.ims.notifications.Facts]. What other rooms state — that money has left for a payer, that
/// it came back, that a payment was not collected — is written down in the database transaction in which it
/// becomes true, and told afterwards by a job ([localgov.ims.notifications.Telling]): nothing is lost between
/// the two, nothing is told twice, and nothing that goes wrong here can hold money up. A payer is told in their
/// language, at the address they gave for that payment ([localgov.ims.notifications.Contacts]) and nowhere
/// else, unless the provider tells them itself. The room also knows how a council has its e-mails worded and
/// carried, and says so to room `messages`. Of its own people it tells those who change settings when a payment
/// provider does not let the council in ([localgov.ims.notifications.ShutOutAlarm]).
@NullMarked
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {
            "messages",
            "payments",
            "providers",
            "approvals",
            "audit",
            "refunds",
            "ledger",
            "settings",
            "people",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
