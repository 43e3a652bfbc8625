package localgov.ims.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.disputes.Dispute;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Payment;
import localgov.ims.platform.words.Words;
import localgov.ims.receipts.PassedOn;
import localgov.ims.receipts.StatementStories;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.RefundState;
import localgov.ims.reporting.pages.ReceiptPage;
import localgov.ims.reporting.pages.ReceiptPage.Link;
import localgov.ims.reporting.pages.ReceiptPage.Step;

/// Tells one receipt's story: how it arrived, why it was recognised, what was posted, and what came of it.
///
/// @param line the line of the file it came from, when it came from one
/// @param payment the payment by card, when it was one
/// @param paidOut when the provider paid it out to the council, where it tells
/// @param origin the item of suspense it was taken from
/// @param item the item of suspense it made
/// @param placed where that item's money went
/// @param passed which other systems know of it, or are to know
/// @param sees what else whoever looks may go and see
/// @param refunds what of it was asked to be given back
/// @param backBy the refund that this posting gives back, or that came back with it
/// @param disputes what of it payers' banks ask for
/// @param byDispute the dispute for which this was posted
/// @param atCounter what was written down where staff took it
/// @param returned what a bank returned of it, or for which return this was posted
/// @param mayGiveBack whether whoever looks may ask for more
/// @param mayMail whether whoever looks may send its receipt to somebody
record Story(
        Naming naming,
        Posted posted,
        Optional<StatementStories.Story> line,
        Optional<Payment> payment,
        Optional<StoryStore.PaidOut> paidOut,
        Optional<StoryStore.Item> origin,
        Optional<StoryStore.Item> item,
        List<StoryStore.Placed> placed,
        List<PassedOn> passed,
        Sees sees,
        List<Refund> refunds,
        boolean mayGiveBack,
        boolean mayMail,
        Optional<Refund> backBy,
        List<Dispute> disputes,
        Optional<Dispute> byDispute,
        Optional<StoryStore.AtCounter> atCounter,
        StoryOfReturn returned) {

    private static final String FEE = "provider-fee";

    /// What does not lie ahead any more, although it may come back.
    private static final Set<RefundState> DONE = Set.of(RefundState.SENT, RefundState.REPLACED);

    record Sees(boolean files, boolean suspense, boolean counter) {}

    ReceiptPage page() {
        var remains = item.filter(open -> open.remaining().isPositive());
        var asked =
                disputes.stream().filter(dispute -> dispute.state().isOpen()).findFirst();
        return new ReceiptPage(
                words().say(title(), posted.pence()),
                payment.filter(Payment::pretended).isPresent(),
                remains.map(_ -> "reporting.state.suspense")
                        .or(() -> asked.map(_ -> "reporting.state.disputed"))
                        .or(() -> returned.of().map(_ -> "unpaid.story.tag"))
                        .map(key -> words().say(key))
                        .orElse(null),
                remains.map(this::toPlace)
                        .or(() -> asked.map(this::toAnswer))
                        .or(() -> returned.first(words()))
                        .orElse(null),
                mayGiveBack ? new Link(words().say("reporting.story.give-back"), "/office/refunds/of/" + here()) : null,
                returned.offer(posted.journal(), posted.line(), words()),
                mayMail
                        ? new Link(
                                words().say("reporting.story.mail"),
                                ReceiptMailScreens.path(place(posted.journal(), posted.line())))
                        : null,
                facts(),
                steps());
    }

    private Link toAnswer(Dispute dispute) {
        return new Link(words().say("reporting.story.dispute", dispute.amount()), "/office/disputes/" + dispute.id());
    }

    private Words words() {
        return naming.words();
    }

    private String title() {
        if (backBy.isPresent()) {
            return isIncome() ? "reporting.story.came-back" : "reporting.story.given-back";
        }
        if (byDispute.isPresent()) {
            return isIncome() ? "reporting.story.came-back" : "reporting.story.lost";
        }
        if (returned.by().isPresent()) {
            return "unpaid.story.title";
        }
        if (isFee()) {
            return isIncome() ? "reporting.story.came-back" : "reporting.story.fee";
        }
        return isIncome() ? "reporting.story.received" : "reporting.story.moved";
    }

    private boolean isFee() {
        return posted.sourceKind().equals(FEE);
    }

    private boolean isIncome() {
        return posted.fromAccount().startsWith("bank:") || posted.fromAccount().startsWith("clearing:");
    }

    private Link toPlace(StoryStore.Item open) {
        return new Link(
                words().say("reporting.story.remains", open.remaining()),
                sees.suspense() ? "/office/suspense/" + open.id() : null);
    }

    private List<SummaryRow> facts() {
        var facts = new ArrayList<SummaryRow>();
        fact(facts, "reporting.fact.day", words().weekday(posted.happenedOn()));
        fact(facts, "reporting.column.fund", naming.fund(posted.fund()));
        fact(facts, "reporting.column.account", posted.accountNumber() == null ? "" : posted.accountNumber());
        fact(facts, "reporting.column.payer", posted.payer() == null ? "" : posted.payer());
        atCounter.ifPresent(taken -> {
            fact(facts, "reporting.fact.counter", taken.reference().grouped());
            fact(facts, "reporting.fact.call", taken.call() == null ? "" : taken.call());
        });
        fact(facts, "reporting.column.method", naming.method(posted.method()));
        if (isIncome() && backBy.isEmpty() && byDispute.isEmpty() && !isFee()) {
            naming.method(
                            posted.method(),
                            method -> words().say(
                                            method.refundable()
                                                    ? "reporting.fact.refundable"
                                                    : "reporting.fact.not-refundable"))
                    .ifPresent(can -> fact(facts, "reporting.fact.back", can));
        }
        vat(facts);
        fact(facts, "reporting.fact.narrative", posted.narrative() == null ? "" : posted.narrative());
        return facts;
    }

    /// What a receipt says of VAT: the amount without it, the rate, and how much it is.
    private void vat(List<SummaryRow> facts) {
        if (posted.vatCode() != null && posted.vatPence().isPositive()) {
            fact(facts, "reporting.fact.net", words().money(posted.pence().minus(posted.vatPence())));
            facts.add(SummaryRow.of(
                    words().say("reporting.fact.vat", posted.vatCode(), rate()), words().money(posted.vatPence())));
            fact(facts, "reporting.fact.total", words().money(posted.pence()));
        }
    }

    private void fact(List<SummaryRow> facts, String key, String value) {
        if (!value.isBlank()) {
            facts.add(SummaryRow.of(words().say(key), value));
        }
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(payment.map(this::paid)
                .or(() -> line.map(this::fromFile))
                .or(() -> origin.map(this::fromSuspense))
                .or(() -> backBy.map(this::ofRefund))
                .or(() -> byDispute.map(this::ofDispute))
                .or(() -> returned.arrived(words()))
                .or(() -> atCounter.map(this::fromCounter))
                .orElseGet(this::fromElsewhere));
        line.filter(story -> !story.line().reasons().isEmpty())
                .map(this::recognised)
                .ifPresent(steps::add);
        steps.add(entered());
        paidOut.ifPresent(out -> steps.add(paidOut(out)));
        placed.forEach(decision -> steps.add(placed(decision)));
        passed.forEach(one -> steps.add(PassedSteps.of(one, words())));
        refunds.forEach(refund -> steps.add(givenBack(refund)));
        disputes.forEach(dispute -> steps.add(disputed(dispute)));
        returned.step(words()).ifPresent(steps::add);
        item.filter(open -> open.remaining().isPositive())
                .ifPresent(open -> steps.add(new Step(
                        words().say("reporting.story.to-place"),
                        words().say("reporting.story.not-yet"),
                        List.of(),
                        List.of(open.words()),
                        null,
                        sees.suspense() ? List.of(toPlace(open)) : List.of(),
                        true)));
        return steps;
    }

    private Step paid(Payment payment) {
        var sentences = new ArrayList<String>();
        sentences.add(words().say("reporting.story.by-payment", payment.reference()));
        if (payment.providerReference().isPresent()
                && payment.paid().isPresent()
                && payment.paidAt().isPresent()) {
            sentences.add(words().say(
                            "reporting.story.by-provider",
                            payment.providerReference().get(),
                            payment.paid().get(),
                            payment.paidAt().get()));
        }
        sentences.add(words().say("reporting.story.by-channel", payment.askedBy()));
        return new Step(
                words().say("reporting.story.arrived"),
                words().date(posted.happenedOn()),
                sentences,
                payment.note().stream().toList(),
                null,
                List.of(),
                false);
    }

    private Step fromFile(StatementStories.Story story) {
        var line = story.line();
        var file = "/office/imports/" + story.importId();
        var said = Stream.of(line.payer(), line.reference(), line.said())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        return new Step(
                words().say("reporting.story.arrived"),
                words().date(line.bookedOn()),
                List.of(words().say("reporting.story.by-file", line.line(), story.fileName(), line.bankAccount())),
                List.of(),
                said.isEmpty() ? null : said,
                sees.files()
                        ? List.of(
                                new Link(words().say("reporting.story.see-line"), file + "/lines/" + line.place()),
                                new Link(words().say("reporting.story.see-file"), file))
                        : List.of(),
                false);
    }

    private Step fromSuspense(StoryStore.Item from) {
        return new Step(
                words().say("reporting.story.arrived"),
                words().date(posted.happenedOn()),
                List.of(words().say("reporting.story.by-suspense", from.pence())),
                List.of(from.words()),
                null,
                Stream.of(
                                new Link(
                                        words().say("reporting.story.see-arrival"), place(from.journal(), from.line())),
                                new Link(
                                        words().say("reporting.story.see-item"),
                                        sees.suspense() ? "/office/suspense/" + from.id() : null))
                        .filter(link -> link.href() != null)
                        .toList(),
                false);
    }

    private Step ofRefund(Refund refund) {
        return new Step(
                words().say("reporting.story.refund", refund.amount()),
                words().date(posted.happenedOn()),
                List.of(words().say("reporting.story.by-refund", refund.reference())),
                List.of(refund.reason()),
                null,
                List.of(
                        new Link(words().say("reporting.story.see-refund"), "/office/refunds/" + refund.reference()),
                        new Link(words().say("reporting.story.see-arrival"), place(refund.journal(), posted.line()))),
                false);
    }

    private Step ofDispute(Dispute dispute) {
        return new Step(
                words().say("reporting.story.dispute", dispute.amount()),
                words().date(posted.happenedOn()),
                List.of(words().say("reporting.story.by-dispute")),
                List.of(),
                null,
                List.of(new Link(words().say("reporting.story.see-dispute"), "/office/disputes/" + dispute.id())),
                false);
    }

    private Step fromCounter(StoryStore.AtCounter taken) {
        return new Step(
                words().say("reporting.story.arrived"),
                words().date(posted.happenedOn()),
                List.of(words().say("reporting.story.by-counter", taken.reference())),
                List.of(),
                null,
                sees.counter()
                        ? List.of(new Link(
                                words().say("reporting.story.see-counter"),
                                "/office/counter/" + taken.id() + "/receipt"))
                        : List.of(),
                false);
    }

    private Step fromElsewhere() {
        return new Step(
                words().say(isFee() ? "reporting.story.of-fee" : "reporting.story.arrived"),
                words().date(posted.happenedOn()),
                List.of(
                        isFee()
                                ? words().say("reporting.story.by-fee", posted.sourceId())
                                : words().say("reporting.story.by-other", posted.sourceKind(), posted.sourceId())),
                List.of(),
                null,
                List.of(),
                false);
    }

    private Step recognised(StatementStories.Story story) {
        var placed = !ReceiptSearch.isSuspense(posted.toAccount());
        return new Step(
                words().say(placed ? "reporting.story.recognised" : "reporting.story.not-recognised"),
                words().moment(posted.learnedAt()),
                List.of(),
                story.line().reasons(),
                null,
                List.of(),
                false);
    }

    private Step entered() {
        var sentences = new ArrayList<String>();
        sentences.add(words().say(
                        "reporting.story.out-of",
                        posted.pence(),
                        naming.pot(posted.fromAccount()),
                        naming.pot(posted.toAccount())));
        if (posted.vatCode() != null && posted.vatPence().isPositive()) {
            sentences.add(words().say(
                            "reporting.story.vat",
                            posted.vatPence(),
                            posted.vatCode(),
                            rate(),
                            posted.pence().minus(posted.vatPence())));
        }
        sentences.add(words().say("reporting.story.journal", posted.journal(), posted.line()));
        if (!posted.enteredBy().equals("system")) {
            sentences.add(words().say("reporting.story.entered-by", posted.enteredBy()));
        }
        if (posted.approvedBy() != null) {
            sentences.add(words().say("reporting.story.approved-by", posted.approvedBy()));
        }
        return new Step(
                words().say("reporting.story.posted"),
                words().moment(posted.learnedAt()),
                sentences,
                List.of(),
                null,
                List.of(),
                false);
    }

    /// 2000 basis points as `20`, 1750 as `17.5`.
    private String rate() {
        return java.math.BigDecimal.valueOf(posted.vatRate(), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private Step paidOut(StoryStore.PaidOut out) {
        return new Step(
                words().say("reporting.story.paid-out"),
                words().date(out.settledOn()),
                out.fee().isPositive() ? List.of(words().say("reporting.story.kept", out.fee())) : List.of(),
                List.of(),
                null,
                List.of(),
                false);
    }

    private Step placed(StoryStore.Placed decision) {
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
                        words().say("reporting.story.see-placed"), place(decision.journal(), decision.line()))),
                false);
    }

    /// What of this line is given back, and how that stands.
    private Step givenBack(Refund refund) {
        var sum = refund.parts().stream()
                .filter(part -> part.line() == posted.line())
                .map(Refund.Part::amount)
                .reduce(Money.ZERO, Money::plus);
        return new Step(
                words().say("reporting.story.refund", sum),
                refund.sentOn().map(words()::date).orElseGet(() -> words().moment(refund.createdAt())),
                List.of(words().say("refunds.state."
                        + refund.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                List.of(refund.reason()),
                null,
                List.of(new Link(words().say("reporting.story.see-refund"), "/office/refunds/" + refund.reference())),
                !refund.state().isOver() && !DONE.contains(refund.state()));
    }

    /// A payer's bank asks for it, and how that stands.
    private Step disputed(Dispute dispute) {
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

    private String here() {
        return posted.journal() + "-" + posted.line();
    }

    private static String place(long journal, int line) {
        return ReceiptScreens.PATH + "/" + journal + "-" + line;
    }
}
