package localgov.ims.counter;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.counter.Taken.Problem;
import localgov.ims.counter.pages.CounterBasketPage;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Finds baskets for the pages and draws them.
@Component
class CounterBaskets {
    static final int REFUSED = 422;

    private final Templates templates;
    private final Counter counter;
    private final CounterCards cards;
    private final Catalogue catalogue;

    CounterBaskets(Templates templates, Counter counter, CounterCards cards, Catalogue catalogue) {
        this.templates = templates;
        this.counter = counter;
        this.cards = cards;
        this.catalogue = catalogue;
    }

    /// One in any state that whoever asks may see; for anybody else there is none.
    CounterPayment find(String id, Caller caller) {
        return CounterId.read(id)
                .flatMap(one -> counter.find(one, caller))
                .flatMap(found -> found.state().isTaken() ? Optional.of(found) : followed(found, caller))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<CounterPayment> followed(CounterPayment found, Caller caller) {
        cards.follow(found.id(), caller);
        return counter.find(found.id(), caller);
    }

    /// On to where a payment stands, when it is no basket any more.
    static Optional<View> elsewhere(CounterPayment payment) {
        return payment.state() == CounterState.OPEN
                ? Optional.empty()
                : Optional.of(Page.redirect(CounterPaths.now(payment)));
    }

    /// Back to a basket that somebody changed since the page was drawn, or to the receipt when it was taken.
    View changedSince(CounterPayment payment, Caller caller) {
        var now = counter.find(payment.id(), caller).orElse(payment);
        var next = Page.redirect(CounterPaths.now(now));
        return now.state() == CounterState.OPEN ? next.saying("counter.changed") : next;
    }

    View show(CounterPayment payment, OfficeFrame frame) {
        return Page.of(templates.counterBasket(page(payment, frame.words()), Answers.none(frame.words()), frame));
    }

    /// The basket with what is wrong at each of its lines.
    View refused(CounterPayment payment, List<Problem> problems, OfficeFrame frame) {
        var words = frame.words();
        var refusals = new CounterRefusals(catalogue.now(), words);
        var answers = Answers.none(words);
        for (var problem : problems) {
            answers = answers.wrongAs(problem.line() == 0 ? "lines" : place(problem.line()), refusals.inWords(problem));
        }
        return Page.of(templates.counterBasket(page(payment, words), answers, frame))
                .status(REFUSED);
    }

    private static String place(int line) {
        return "line-" + line;
    }

    private CounterBasketPage page(CounterPayment payment, Words words) {
        var now = catalogue.now();
        var id = payment.id();
        var rows = payment.lines().stream()
                .map(line -> new CounterBasketPage.Row(
                        place(line.line()),
                        CounterRefusals.name(line, now, words),
                        line.isFee() ? "" : line.account(),
                        words.money(line.amount()),
                        Stream.ofNullable(line.isFee() ? null : line.vatCode())
                                .map(code -> words.say("counter.vat.other", code))
                                .findFirst()
                                .orElse(null),
                        line.isFee() ? words.say("counter.fee.why") : line.narrative(),
                        line.isFee() ? null : CounterPaths.line(id, line.line())))
                .toList();
        return new CounterBasketPage(
                CounterPaths.of(id),
                payment.version(),
                rows,
                payment.total().equals(Money.ZERO) ? "" : words.money(payment.total()),
                payment.bills().size() >= Counter.MOST_LINES);
    }

    CatalogueSnapshot rules() {
        return catalogue.now();
    }
}
