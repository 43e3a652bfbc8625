package localgov.ims.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.disputes.Dispute;
import localgov.ims.payments.Payment;
import localgov.ims.platform.words.Words;
import localgov.ims.receipts.StatementStories;
import localgov.ims.refunds.Refund;
import localgov.ims.reporting.pages.ReceiptPage.Link;
import localgov.ims.reporting.pages.ReceiptPage.Step;

/// How what was posted came about: the first step of its story.
record StoryOfArrival(Naming naming, Posted posted, Story.Sees sees) {

    Step paid(Payment payment) {
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
                payment.note().stream().map(words()::inEnglish).toList(),
                null,
                List.of(),
                false);
    }

    Step fromFile(StatementStories.Story story) {
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

    Step fromSuspense(StoryStore.Item from) {
        return new Step(
                words().say("reporting.story.arrived"),
                words().date(posted.happenedOn()),
                List.of(words().say("reporting.story.by-suspense", from.pence())),
                List.of(words().inEnglish(from.words())),
                null,
                Stream.of(
                                new Link(
                                        words().say("reporting.story.see-arrival"),
                                        StoryOfReturn.place(from.journal(), from.line())),
                                new Link(
                                        words().say("reporting.story.see-item"),
                                        sees.suspense() ? "/office/suspense/" + from.id() : null))
                        .filter(link -> link.href() != null)
                        .toList(),
                false);
    }

    Step ofRefund(Refund refund) {
        return new Step(
                words().say("reporting.story.refund", refund.amount()),
                words().date(posted.happenedOn()),
                List.of(words().say("reporting.story.by-refund", refund.reference())),
                List.of(words().inEnglish(refund.reason())),
                null,
                List.of(
                        new Link(words().say("reporting.story.see-refund"), "/office/refunds/" + refund.reference()),
                        new Link(
                                words().say("reporting.story.see-arrival"),
                                StoryOfReturn.place(refund.journal(), posted.line()))),
                false);
    }

    Step ofDispute(Dispute dispute) {
        return new Step(
                words().say("reporting.story.dispute", dispute.amount()),
                words().date(posted.happenedOn()),
                List.of(words().say("reporting.story.by-dispute")),
                List.of(),
                null,
                List.of(new Link(words().say("reporting.story.see-dispute"), "/office/disputes/" + dispute.id())),
                false);
    }

    Step fromCounter(StoryStore.AtCounter taken) {
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

    Step fromElsewhere() {
        return new Step(
                words().say(posted.isFee() ? "reporting.story.of-fee" : "reporting.story.arrived"),
                words().date(posted.happenedOn()),
                List.of(
                        posted.isFee()
                                ? words().say("reporting.story.by-fee", posted.sourceId())
                                : words().say("reporting.story.by-other", posted.sourceKind(), posted.sourceId())),
                List.of(),
                null,
                List.of(),
                false);
    }

    private Words words() {
        return naming.words();
    }
}
