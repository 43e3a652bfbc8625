package localgov.ims.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.disputes.Dispute;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.payments.Payment;
import localgov.ims.platform.words.Words;
import localgov.ims.receipts.PassedOn;
import localgov.ims.receipts.StatementStories;
import localgov.ims.refunds.Refund;
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
                remains.map(open -> since().toPlace(open))
                        .or(() -> asked.map(this::toAnswer))
                        .or(() -> returned.first(words()))
                        .orElse(null),
                mayGiveBack ? new Link(words().say("reporting.story.give-back"), "/office/refunds/of/" + here()) : null,
                returned.offer(posted.journal(), posted.line(), words()),
                mayMail
                        ? new Link(
                                words().say("reporting.story.mail"),
                                ReceiptMailScreens.path(StoryOfReturn.place(posted.journal(), posted.line())))
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
        if (posted.isFee()) {
            return isIncome() ? "reporting.story.came-back" : "reporting.story.fee";
        }
        return isIncome() ? "reporting.story.received" : "reporting.story.moved";
    }

    private boolean isIncome() {
        return posted.fromAccount().startsWith("bank:") || posted.fromAccount().startsWith("clearing:");
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
        if (isIncome() && backBy.isEmpty() && byDispute.isEmpty() && !posted.isFee()) {
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
        var arrival = new StoryOfArrival(naming, posted, sees);
        var since = since();
        var steps = new ArrayList<Step>();
        steps.add(payment.map(arrival::paid)
                .or(() -> line.map(arrival::fromFile))
                .or(() -> origin.map(arrival::fromSuspense))
                .or(() -> backBy.map(arrival::ofRefund))
                .or(() -> byDispute.map(arrival::ofDispute))
                .or(() -> returned.arrived(words()))
                .or(() -> atCounter.map(arrival::fromCounter))
                .orElseGet(arrival::fromElsewhere));
        line.filter(story -> !story.line().why().isEmpty())
                .map(this::recognised)
                .ifPresent(steps::add);
        steps.add(entered());
        paidOut.map(since::paidOut).ifPresent(steps::add);
        placed.forEach(decision -> steps.add(since.placed(decision)));
        passed.forEach(one -> steps.add(PassedSteps.of(one, words())));
        refunds.forEach(refund -> steps.add(since.givenBack(refund)));
        disputes.forEach(dispute -> steps.add(since.disputed(dispute)));
        returned.step(words()).ifPresent(steps::add);
        item.filter(open -> open.remaining().isPositive())
                .map(since::notYetPlaced)
                .ifPresent(steps::add);
        return steps;
    }

    private StorySince since() {
        return new StorySince(naming, posted, sees);
    }

    private Step recognised(StatementStories.Story story) {
        var placed = !ReceiptSearch.isSuspense(posted.toAccount());
        return new Step(
                words().say(placed ? "reporting.story.recognised" : "reporting.story.not-recognised"),
                words().moment(posted.learnedAt()),
                List.of(),
                story.line().why().stream()
                        .map(one -> words().written(one.english(), one.welsh()))
                        .toList(),
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

    private String here() {
        return posted.journal() + "-" + posted.line();
    }
}
