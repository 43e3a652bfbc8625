package localgov.ims.reporting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import localgov.ims.disputes.Dispute;
import localgov.ims.kernel.Money;
import localgov.ims.platform.words.Words;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.RefundState;
import localgov.ims.reporting.pages.ReceiptPage.Link;
import localgov.ims.reporting.pages.ReceiptPage.Step;

/// What came of a receipt after it was posted: the last steps of its story.
record StorySince(Naming naming, Posted posted, Story.Sees sees) {

    /// What does not lie ahead any more, although it may come back.
    private static final Set<RefundState> DONE = Set.of(RefundState.SENT, RefundState.REPLACED);

    Step paidOut(StoryStore.PaidOut out) {
        return new Step(
                words().say("reporting.story.paid-out"),
                words().date(out.settledOn()),
                out.fee().isPositive() ? List.of(words().say("reporting.story.kept", out.fee())) : List.of(),
                List.of(),
                null,
                List.of(),
                false);
    }

    Step placed(StoryStore.Placed decision) {
        return new Step(
                words().say("reporting.story.placed"),
                words().moment(decision.decidedAt()),
                List.of(words().say(
                                "reporting.story.placed-by",
                                decision.pence(),
                                naming.fund(decision.fund()),
                                decision.accountNumber(),
                                decision.decidedBy())),
                List.of(),
                null,
                List.of(new Link(
                        words().say("reporting.story.see-placed"),
                        StoryOfReturn.place(decision.journal(), decision.line()))),
                false);
    }

    /// What of this line is given back, and how that stands.
    Step givenBack(Refund refund) {
        var sum = refund.parts().stream()
                .filter(part -> part.line() == posted.line())
                .map(Refund.Part::amount)
                .reduce(Money.ZERO, Money::plus);
        return new Step(
                words().say("reporting.story.refund", sum),
                refund.sentOn().map(words()::date).orElseGet(() -> words().moment(refund.createdAt())),
                List.of(words().say("refunds.state."
                        + refund.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                List.of(words().inEnglish(refund.reason())),
                null,
                List.of(new Link(words().say("reporting.story.see-refund"), "/office/refunds/" + refund.reference())),
                !refund.state().isOver() && !DONE.contains(refund.state()));
    }

    /// A payer's bank asks for it, and how that stands.
    Step disputed(Dispute dispute) {
        return new Step(
                words().say("reporting.story.dispute", dispute.amount()),
                words().moment(dispute.foundAt()),
                List.of(words().say("disputes.state."
                        + dispute.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                List.of(),
                null,
                List.of(new Link(words().say("reporting.story.see-dispute"), "/office/disputes/" + dispute.id())),
                dispute.state().isOpen());
    }

    /// Some of it lies in suspense.
    Step notYetPlaced(StoryStore.Item open) {
        return new Step(
                words().say("reporting.story.to-place"),
                words().say("reporting.story.not-yet"),
                List.of(),
                List.of(words().inEnglish(open.words())),
                null,
                sees.suspense() ? List.of(toPlace(open)) : List.of(),
                true);
    }

    /// How much, with the way to it for whoever may see it there.
    Link toPlace(StoryStore.Item open) {
        return new Link(
                words().say("reporting.story.remains", open.remaining()),
                sees.suspense() ? "/office/suspense/" + open.id() : null);
    }

    private Words words() {
        return naming.words();
    }
}
