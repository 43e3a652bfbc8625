/// Money given back, never more than was paid.
///
/// Start at [localgov.ims.refunds.Refunds]. One person asks, another approves through the room `approvals`, and
/// what is asked for is reserved at once: the database counts what is left of each receipt. A card payment goes
/// back to the card it was paid with and nowhere else, by way of the provider that took it
/// ([localgov.ims.refunds.RefundSending]); a question to a provider that got no answer is cleared up by listing
/// what the provider did, never by asking again. Where there is no card, finance pays from a list of what was
/// approved. Money is posted when it has left, and posted back when a provider says later that it did not. What a
/// card does not take for good goes by bank, with two people anew ([localgov.ims.refunds.ByBank]); what was given
/// back in a provider's own tool is found and written down ([localgov.ims.refunds.Elsewhere]).
@NullMarked
@ApplicationModule(
        displayName = "Refunds",
        allowedDependencies = {
            "receipts",
            "imports",
            "suspense",
            "payments",
            "providers",
            "catalogue",
            "settings",
            "ledger",
            "people",
            "approvals",
            "messages",
            "backoffice",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.refunds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
