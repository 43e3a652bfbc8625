/// Payments that staff take: at a desk, from the post, over the telephone.
///
/// Start at [localgov.ims.counter.Counter]. A payment is a basket first, changed as often as somebody likes, and then
/// taken once: its own id is the key by which the book knows it, so that neither a second press nor a second tab takes
/// it twice. Cards are never typed here: a card at the desk goes through the terminal, whose slip is written down, and
/// a card over the telephone is typed on the provider's own page, to which `payments` leads. What was taken by mistake
/// is taken back on the same day by a further entry, with a second person where the council's limit says so.
@NullMarked
@ApplicationModule(
        displayName = "Counter",
        allowedDependencies = {
            "payments",
            "providers",
            "receipts",
            "unpaid",
            "accounts",
            "catalogue",
            "ledger",
            "approvals",
            "people",
            "backoffice",
            "messages",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
