package localgov.ims.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.London;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Payment;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.pages.ProgressPage;
import localgov.ims.portal.pages.ProgressPage.State;
import localgov.ims.receipts.PassedOn;
import localgov.ims.receipts.PassesOn;
import localgov.ims.unpaid.UnpaidReturn;
import org.springframework.stereotype.Component;

/// Where somebody's money is: received, collected from their bank, on the account, and what is still to come.
/// Says only what the book and the provider have said.
@Component
class Progress {
    private final PostedLines posted;
    private final Catalogue catalogue;
    private final ReturnedPayments returned;
    private final List<PassesOn> rooms;

    Progress(PostedLines posted, Catalogue catalogue, ReturnedPayments returned, List<PassesOn> rooms) {
        this.posted = posted;
        this.catalogue = catalogue;
        this.returned = returned;
        this.rooms = rooms;
    }

    List<ProgressPage.Step> of(Payment payment, Words words) {
        var source = new Source("payment", payment.id().toString());
        var unpaid = returned.of(payment);
        if (unpaid.isPresent()) {
            return List.of(received(payment, words), returned(unpaid.get(), words));
        }
        var lines = posted.of(payment.id());
        var steps = new ArrayList<ProgressPage.Step>();
        steps.add(received(payment, words));
        steps.add(collected(payment, words));
        posted.clearedOn(payment.id())
                .ifPresent(day -> steps.add(new ProgressPage.Step(
                        State.DONE,
                        words.say("portal.progress.cleared"),
                        words.date(day),
                        words.say("portal.progress.cleared.what"))));
        lines.forEach(line -> steps.add(placed(line, words)));
        rooms.stream()
                .flatMap(room -> room.of(source).stream())
                .filter(one -> one.forPayers() != null)
                .forEach(one -> steps.add(passed(one, Objects.requireNonNull(one.forPayers()), words)));
        steps.add(new ProgressPage.Step(
                State.LATER, words.say("portal.progress.told"), "", words.say("portal.progress.told.what")));
        return steps;
    }

    private static ProgressPage.Step received(Payment payment, Words words) {
        return new ProgressPage.Step(
                State.DONE,
                words.say("portal.progress.received"),
                payment.paidAt().map(words::moment).orElse(""),
                words.say("portal.progress.received.what", payment.paid().orElse(payment.amount())));
    }

    /// The bank's reason stays with the council: whoever has the receipt's number reads this page.
    private static ProgressPage.Step returned(UnpaidReturn returned, Words words) {
        return new ProgressPage.Step(
                State.RETURNED,
                words.say("portal.progress.returned"),
                words.date(returned.returnedOn()),
                words.say("portal.progress.returned.what"));
    }

    private ProgressPage.Step collected(Payment payment, Words words) {
        return posted.collectedOn(payment.id())
                .map(day -> new ProgressPage.Step(
                        State.DONE,
                        words.say("portal.progress.collected"),
                        words.date(day),
                        words.say("portal.progress.collected.what")))
                .orElseGet(() -> new ProgressPage.Step(
                        State.NEXT,
                        words.say("portal.progress.collecting"),
                        "",
                        words.say("portal.progress.collecting.what")));
    }

    /// Another system, which knows of the payment or is to know.
    private static ProgressPage.Step passed(PassedOn one, PassedOn.Known known, Words words) {
        var system = words.either(known.english(), known.welsh());
        boolean byPayer = one.way() == PassedOn.Way.PAYER;
        if (one.at() != null) {
            return new ProgressPage.Step(
                    State.DONE,
                    words.say("portal.progress.passed", system),
                    words.moment(one.at()),
                    words.say(byPayer ? "portal.progress.passed.with-payer" : "portal.progress.passed.what", system));
        }
        return new ProgressPage.Step(
                one.givenUp() ? State.LATER : State.NEXT,
                words.say("portal.progress.passing", system),
                "",
                words.say(
                        one.givenUp()
                                ? "portal.progress.passing.given-up"
                                : byPayer ? "portal.progress.passing.with-payer" : "portal.progress.passing.what",
                        system));
    }

    private ProgressPage.Step placed(PostedLines.Line line, Words words) {
        if (line.isWaiting()) {
            return new ProgressPage.Step(
                    State.NEXT,
                    words.say("portal.progress.placing"),
                    "",
                    words.say("portal.progress.placing.what", line.remaining()));
        }
        var day = line.placedAt() == null ? line.happenedOn() : London.dayOf(line.placedAt());
        return new ProgressPage.Step(
                State.DONE,
                words.say("portal.progress.placed"),
                words.date(day),
                line.fund() == null
                        ? words.say("portal.progress.placed.later", line.amount())
                        : words.say("portal.progress.placed.what", line.amount(), name(line.fund(), words)));
    }

    private String name(String fund, Words words) {
        return catalogue
                .now()
                .fund(fund)
                .map(known -> new FundFace(known, words).name().text())
                .orElse(fund);
    }
}
