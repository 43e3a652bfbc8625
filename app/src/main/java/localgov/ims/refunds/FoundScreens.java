package localgov.ims.refunds;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.refunds.pages.FoundPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Writing down a refund that was made in the card provider's own tool.
@Controller
@Needs(Permission.ASK_REFUNDS)
class FoundScreens {
    private static final String PATH = RefundScreens.PATH + "/found";
    private static final String ONE = PATH + "/{id}";
    private static final String FROM = "from";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Refunds refunds;
    private final Elsewhere elsewhere;
    private final Whereabouts whereabouts;
    private final AskPages asks;
    private final RefundPages pages;
    private final InstantSource clock;

    FoundScreens(
            Templates templates,
            Refunds refunds,
            Elsewhere elsewhere,
            Whereabouts whereabouts,
            AskPages asks,
            RefundPages pages,
            InstantSource clock) {
        this.templates = templates;
        this.refunds = refunds;
        this.elsewhere = elsewhere;
        this.whereabouts = whereabouts;
        this.asks = asks;
        this.pages = pages;
        this.clock = clock;
    }

    static String path(Found found) {
        return PATH + "/" + found.id();
    }

    /// @param places where its money stands; none while its payment counts as not collected
    /// @param from the one of them that it is written down to come out of
    private record Seen(
            Found found, List<Received> places, @Nullable Received from) {}

    @GetMapping(ONE)
    View one(@PathVariable String id, @RequestParam Map<String, String> sent, OfficeFrame frame) {
        var seen = find(id, sent.get(FROM));
        var answers = filledIn(seen, frame.words())
                .with(AskForm.KEY, RefundId.at(clock.instant()).toString());
        return shown(seen, answers, HttpStatus.OK.value(), frame);
    }

    /// Where it can have come out of one place only, that is filled in.
    private static Answers filledIn(Seen seen, Words words) {
        var answers = Answers.none(words);
        var from = seen.from();
        if (from == null) {
            return answers;
        }
        var open =
                from.lines().stream().filter(line -> line.left().isPositive()).toList();
        if (from.left().equals(seen.found().amount())) {
            for (var line : open) {
                answers = answers.with(
                        AskForm.amount(line.line()), line.left().inPounds().toPlainString());
            }
        } else if (open.size() == 1) {
            answers = answers.with(
                    AskForm.amount(open.getFirst().line()),
                    seen.found().amount().inPounds().toPlainString());
        }
        return answers;
    }

    @PostMapping(ONE)
    @NeedsFreshSignIn
    View write(@PathVariable String id, @RequestParam Map<String, String> sent, OfficeFrame frame, Person person) {
        var seen = find(id, sent.get(FROM));
        var from = seen.from();
        if (from == null) {
            return shown(seen, Answers.of(frame.words(), sent), CHANGED, frame);
        }
        var form = AskForm.of(sent, from, from.lines().getFirst().line(), frame.words());
        if (!form.answers().hold()) {
            return shown(seen, form.answers(), REFUSED, frame);
        }
        return switch (refunds.record(seen.found().id(), form.wish(), person)) {
            case Wanting.Waiting(var refund) -> onwards(refund, "refunds.done.recorded");
            case Wanting.Going(var refund) -> onwards(refund, "refunds.done.recorded-now");
            case Wanting.SeenBefore(var refund) -> onwards(refund, "refunds.done.before");
            case Wanting.Refused(var problems) ->
                shown(seen, AskPages.wrong(form, problems, from, frame.words()), REFUSED, frame);
            case Wanting.NotThatAmount(var amount) ->
                shown(
                        seen,
                        form.answers().wrong(first(from), "refunds.refused.not-that-amount", amount),
                        REFUSED,
                        frame);
            case Wanting.MoreThanLeft(var line, var left) ->
                shown(
                        find(id, sent.get(FROM)),
                        form.answers().wrong(AskForm.amount(line), "refunds.refused.held", left),
                        CHANGED,
                        frame);
            case Wanting.SeenDifferently _ ->
                shown(seen, form.answers().refused("refunds.refused.sent-before"), CHANGED, frame);
            case Wanting.TooLate _ -> Page.redirect(RefundScreens.PATH).saying("refunds.found.quicker");
            case Wanting.NoSuchReceipt _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Wanting other -> throw new IllegalStateException("A refund was written down and answered " + other);
        };
    }

    private static String first(Received from) {
        return AskForm.amount(from.lines().getFirst().line());
    }

    private static View onwards(Refund refund, String key) {
        return Page.redirect(RefundScreens.path(refund)).saying(key, refund.amount());
    }

    private View shown(Seen seen, Answers answers, int status, OfficeFrame frame) {
        var words = frame.words();
        var found = seen.found();
        var from = seen.from();
        var page = new FoundPage(
                path(found),
                pages.receipt(found.journal(), 1),
                words.say("refunds.found.title", found.amount()),
                facts(found, from, words),
                whyNot(found, from, words),
                from == null ? "" : Long.toString(from.journal()),
                from == null ? List.of() : asks.lines(from, words),
                seen.places().stream()
                        .filter(place -> from != null && place.journal() != from.journal())
                        .map(place -> new FoundPage.Place(
                                place(place, words), path(found) + "?" + FROM + "=" + place.journal()))
                        .toList());
        return Page.of(templates.refundsFound(page, answers, frame)).status(status);
    }

    private static List<SummaryRow> facts(Found found, @Nullable Received from, Words words) {
        var facts = new ArrayList<SummaryRow>();
        if (from != null) {
            var payer = from.payer();
            facts.add(SummaryRow.of(words.say("refunds.fact.paid-on"), words.date(from.happenedOn())));
            facts.add(SummaryRow.of(
                    words.say("refunds.fact.payer"), payer == null ? words.say("refunds.nobody") : payer));
            facts.add(SummaryRow.of(words.say("refunds.fact.paid"), words.money(from.amount())));
            facts.add(SummaryRow.of(words.say("refunds.fact.left"), words.money(from.left())));
        }
        facts.add(SummaryRow.of(words.say("refunds.fact.elsewhere"), found.providerRefund()));
        facts.add(SummaryRow.of(words.say("refunds.fact.made-on"), words.date(found.madeOn())));
        return facts;
    }

    /// What is in the way, as far as it can be known before it is tried.
    private static @Nullable String whyNot(Found found, @Nullable Received from, Words words) {
        if (from == null) {
            return words.say("refunds.found.not-collected");
        }
        return found.amount().isMoreThan(from.left())
                ? words.say("refunds.found.not-enough", from.left(), found.amount())
                : null;
    }

    private String place(Received place, Words words) {
        var lines = place.lines().stream()
                .map(line -> line.account() == null
                        ? pages.from(line.fund(), line.pot(), words)
                        : pages.from(line.fund(), line.pot(), words) + " " + line.account())
                .collect(Collectors.joining(", "));
        return words.say("refunds.found.place", lines, place.left());
    }

    private Seen find(String id, @Nullable String from) {
        var scope = CurrentCaller.scope(Permission.ASK_REFUNDS);
        var found = Optional.of(id)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .flatMap(number -> elsewhere.find(number, scope))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var places = whereabouts.of(found, scope);
        return new Seen(
                found,
                places,
                places.stream()
                        .filter(place -> Long.toString(place.journal()).equals(from))
                        .findFirst()
                        .or(() -> places.stream().findFirst())
                        .orElse(null));
    }
}
