package localgov.ims.payouts;

import gg.jte.generated.precompiled.Templates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.providers.Providers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Payouts of card providers and their lines of the bank: the list, one of them, and what a person decides about it. A
/// payout belongs to no fund, so only those decide whose permission is not limited.
@Controller
@Needs(Permission.SEE_BOOKS)
class PayoutScreens {
    static final String PATH = "/office/payouts";
    private static final String ONE = PATH + "/{provider}/{day}";
    private static final Pattern LINE = Pattern.compile("\\d{1,18}-\\d{1,9}");
    private static final int ON_A_PAGE = 50;
    private static final int LONGEST = 500;
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Payouts payouts;
    private final PayoutStore store;
    private final Providers providers;

    PayoutScreens(Templates templates, Payouts payouts, PayoutStore store, Providers providers) {
        this.templates = templates;
        this.payouts = payouts;
        this.store = store;
        this.providers = providers;
    }

    private PayoutPages pages(OfficeFrame frame) {
        return new PayoutPages(providers.names(), payouts.lastDay(), frame.words());
    }

    @GetMapping(PATH)
    View list(
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            OfficeFrame frame) {
        var all = store.page(day(before).orElse(null), after, ON_A_PAGE + 1);
        var page = pages(frame).list(store.open(payouts.lastDay(), ON_A_PAGE), all, ON_A_PAGE);
        return Page.of(templates.payoutsList(page, frame));
    }

    @GetMapping(ONE)
    View one(@PathVariable String provider, @PathVariable String day, OfficeFrame frame) {
        return one(find(provider, day), Answers.none(frame.words()), frame);
    }

    private static boolean mayDecide() {
        return CurrentCaller.scope(Permission.ALLOCATE_SUSPENSE).isEverything();
    }

    private Page one(Payout payout, Answers answers, OfficeFrame frame) {
        boolean may = mayDecide();
        var page = pages(frame).one(payout, may ? payouts.candidates(payout) : List.of(), may);
        return Page.of(templates.payoutsOne(page, answers, frame));
    }

    /// Somebody says which line of the bank it is.
    @PostMapping(ONE + "/match")
    @Needs(Permission.ALLOCATE_SUSPENSE)
    View match(
            @PathVariable String provider,
            @PathVariable String day,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String net,
            Person person,
            OfficeFrame frame) {
        var payout = decided(provider, day);
        if (!LINE.matcher(line).matches()) {
            var answers = Answers.none(frame.words()).wrong("line", "payouts.refused.none");
            return one(payout, answers, frame).status(REFUSED);
        }
        var named = line.split("-");
        return told(
                isSeen(payout, net)
                        && payouts.choose(
                                payout, Long.parseLong(named[0]), Integer.parseInt(named[1]), person.signature()),
                "payouts.done.matched",
                payout,
                frame);
    }

    /// Somebody says that its line is another's.
    @PostMapping(ONE + "/unmatch")
    @Needs(Permission.ALLOCATE_SUSPENSE)
    View unmatch(
            @PathVariable String provider,
            @PathVariable String day,
            @RequestParam(defaultValue = "") String line,
            Person person,
            OfficeFrame frame) {
        var payout = decided(provider, day);
        var named = LINE.matcher(line).matches() ? line.split("-") : new String[] {"0", "0"};
        return told(
                payouts.unmatch(payout, Long.parseLong(named[0]), Integer.parseInt(named[1]), person.signature()),
                "payouts.done.unmatched",
                payout,
                frame);
    }

    /// Somebody writes down why the bank shows no line for it.
    @PostMapping(ONE + "/explain")
    @Needs(Permission.ALLOCATE_SUSPENSE)
    View explain(
            @PathVariable String provider,
            @PathVariable String day,
            @RequestParam(defaultValue = "") String because,
            @RequestParam(defaultValue = "") String net,
            Person person,
            OfficeFrame frame) {
        var payout = decided(provider, day);
        var answers = Answers.of(frame.words(), Map.of("because", because));
        if (because.isBlank()) {
            return one(payout, answers.wrong("because", "payouts.refused.reason"), frame)
                    .status(REFUSED);
        }
        if (because.strip().length() > LONGEST) {
            return one(payout, answers.wrong("because", "payouts.refused.long", LONGEST), frame)
                    .status(REFUSED);
        }
        return told(
                isSeen(payout, net) && payouts.explain(payout, because.strip(), person.signature()),
                "payouts.done.explained",
                payout,
                frame);
    }

    /// Whoever decides has seen what it comes to now.
    private static boolean isSeen(Payout payout, String net) {
        return Long.toString(payout.net().pence()).equals(net);
    }

    private View told(boolean done, String key, Payout payout, OfficeFrame frame) {
        return done
                ? Page.redirect(PayoutPages.path(payout)).saying(key)
                : one(
                                find(payout.provider(), payout.settledOn().toString()),
                                Answers.none(frame.words()).refused("payouts.refused.changed"),
                                frame)
                        .status(CHANGED);
    }

    private Payout decided(String provider, String day) {
        if (!mayDecide()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return find(provider, day);
    }

    private Payout find(String provider, String day) {
        return day(day).flatMap(found -> store.find(provider, found))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
