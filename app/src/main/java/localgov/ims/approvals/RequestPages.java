package localgov.ims.approvals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import localgov.ims.approvals.Authority.Says;
import localgov.ims.approvals.RequestStore.Place;
import localgov.ims.approvals.pages.InboxPage;
import localgov.ims.approvals.pages.NotYoursPage;
import localgov.ims.approvals.pages.RequestPage;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts requests into words.
@Component
class RequestPages {
    static final int ON_A_PAGE = 50;
    private static final int NAMED = 10;

    private final Inbox inbox;
    private final People people;
    private final Kinds kinds;
    private final Authority authority;
    private final StandIns standIns;
    private final InstantSource clock;

    RequestPages(Inbox inbox, People people, Kinds kinds, Authority authority, StandIns standIns, InstantSource clock) {
        this.inbox = inbox;
        this.people = people;
        this.kinds = kinds;
        this.authority = authority;
        this.standIns = standIns;
        this.clock = clock;
    }

    /// The lists of the inbox, as their addresses have them.
    enum Shown {
        DECIDE("decide"),
        ASKED("asked"),
        CLOSED("closed");

        final String code;

        Shown(String code) {
            this.code = code;
        }

        static Shown of(@Nullable String code) {
            for (var one : values()) {
                if (one.code.equals(code)) {
                    return one;
                }
            }
            return DECIDE;
        }
    }

    InboxPage inbox(Person person, Shown shown, @Nullable String after, Words words) {
        var toDecide = inbox.toDecide(person);
        var found = found(person, shown, toDecide, place(after));
        var page = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        return new InboxPage(
                tabs(person, shown, toDecide.size(), words),
                words.say("approvals.list." + shown.code),
                words.say("approvals.none." + shown.code),
                standingIn(person, words),
                page.stream().map(request -> row(request, shown, words)).toList(),
                found.size() > ON_A_PAGE ? address(shown) + "&after=" + place(page.getLast(), shown) : null,
                after == null ? null : address(shown),
                standIns.mayName(person) ? StandInScreens.PATH : null,
                person.may(Permission.CHANGE_SETTINGS) || person.may(Permission.SEE_AUDIT) ? LimitScreens.PATH : null);
    }

    private List<Request> found(Person person, Shown shown, List<Request> toDecide, Place after) {
        return switch (shown) {
            case DECIDE ->
                toDecide.stream()
                        .filter(request -> after.equals(Place.START)
                                || request.askedAt().isAfter(after.at())
                                || (request.askedAt().equals(after.at())
                                        && request.id().value().compareTo(after.id()) > 0))
                        .toList();
            case ASKED -> inbox.askedBy(person, after, ON_A_PAGE + 1);
            case CLOSED -> inbox.closed(person, after, ON_A_PAGE + 1);
        };
    }

    private List<InboxPage.TabLink> tabs(Person person, Shown shown, int waiting, Words words) {
        var tabs = new ArrayList<InboxPage.TabLink>();
        for (var one : Shown.values()) {
            if (one != Shown.CLOSED || inbox.seesClosed(person)) {
                tabs.add(new InboxPage.TabLink(
                        words.say("approvals.tab." + one.code),
                        address(one),
                        one == shown,
                        one == Shown.DECIDE ? words.number(waiting) : null));
            }
        }
        return tabs;
    }

    List<String> standingIn(Person person, Words words) {
        return standIns.of(person).stream()
                .map(one -> words.say("approvals.standing-in", one.approver().name(), one.toOn()))
                .toList();
    }

    private InboxPage.Row row(Request request, Shown shown, Words words) {
        var at = shown == Shown.CLOSED ? closedAt(request) : request.askedAt();
        return new InboxPage.Row(
                ApprovalScreens.PATH + "/" + request.id(),
                kind(request, words),
                request.sentence(words.language()),
                request.lang(words.language()),
                request.amount() == null ? "" : words.money(request.amount()),
                request.asked().name(),
                words.moment(at),
                words.age(Duration.between(at, clock.instant())),
                state(request, words));
    }

    private static Instant closedAt(Request request) {
        var decision = request.decision();
        return decision == null ? request.lapsesAt() : decision.at();
    }

    RequestPage request(Request request, Person person, Words words) {
        var kind = kinds.find(request.kind());
        var open = request.isOpen(clock.instant());
        var effects = effects(request);
        var says = kind.map(known -> authority.says(person.id(), known, request))
                .orElseGet(() -> new Says.MayNot(new Approval.NoSuchRequest()));
        return new RequestPage(
                ApprovalScreens.PATH + "/" + request.id(),
                kind(request, words),
                request.sentence(words.language()),
                request.lang(words.language()),
                state(request, words),
                facts(request, words),
                lines(request, words),
                open && says instanceof Says.May,
                open && person.id().equals(request.asked().id()),
                open && says instanceof Says.MayNot(var why) ? whyNot(why, words) : null,
                says instanceof Says.May(var _, var insteadOf) && insteadOf != null
                        ? words.say("approvals.instead-of", insteadOf.name())
                        : null,
                kind.flatMap(known -> known.evidence(request)).orElse(null),
                effects.stream().map(one -> foreseen(one, words)).toList(),
                Effect.print(effects));
    }

    /// For somebody whom it does not concern: who asked, and who may see it.
    NotYoursPage notYours(Request request, Words words) {
        var names = people.all().stream()
                .filter(person -> inbox.sees(person, request))
                .map(Person::name)
                .toList();
        int others = names.size() - NAMED;
        return new NotYoursPage(
                kind(request, words),
                words.say("approvals.not-yours.asked", request.asked().name(), request.askedAt()),
                names.stream().limit(NAMED).toList(),
                others > 0 ? words.count("approvals.not-yours.more", others) : "",
                ApprovalScreens.PATH);
    }

    /// What approving a request that waits would do to what is there already.
    List<Effect> effects(Request request) {
        return request.isOpen(clock.instant())
                ? kinds.find(request.kind()).map(kind -> kind.effects(request)).orElse(List.of())
                : List.of();
    }

    private static RequestPage.Foreseen foreseen(Effect effect, Words words) {
        return new RequestPage.Foreseen(
                effect.words(words.language()),
                effect.of() == null
                        ? words.number(effect.many())
                        : words.say("approvals.foreseen.of", effect.many(), effect.of()),
                effect.examples(words.language()));
    }

    private List<RequestPage.Line> lines(Request request, Words words) {
        var nothing = words.say("approvals.nothing");
        return request.changes(words.language()).stream()
                .map(line -> new RequestPage.Line(
                        line.what(),
                        line.before() == null || line.before().isEmpty() ? nothing : line.before(),
                        line.after() == null || line.after().isEmpty() ? nothing : line.after(),
                        line.isReal()))
                .toList();
    }

    private List<SummaryRow> facts(Request request, Words words) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(
                words.say("approvals.asked-by"),
                "%s (%s)".formatted(request.asked().name(), request.asked().signature())));
        facts.add(SummaryRow.of(words.say("approvals.asked-at"), words.moment(request.askedAt())));
        if (request.amount() != null) {
            facts.add(SummaryRow.of(words.say("approvals.amount"), words.money(request.amount())));
        }
        if (kinds.find(request.kind()).flatMap(kind -> kind.evidence(request)).isEmpty()) {
            facts.add(SummaryRow.of(words.say("approvals.subject"), request.subject()));
        }
        var decision = request.decision();
        if (decision != null) {
            facts.add(SummaryRow.of(
                    words.say("approvals.decided-by"),
                    "%s (%s)".formatted(decision.by().name(), decision.by().signature())));
            if (decision.insteadOf() != null) {
                facts.add(SummaryRow.of(
                        words.say("approvals.decided-instead"),
                        decision.insteadOf().name()));
            }
            facts.add(SummaryRow.of(words.say("approvals.decided-at"), words.moment(decision.at())));
            var reason = decision.reason(words.language());
            if (reason != null) {
                facts.add(SummaryRow.of(words.say("approvals.reason"), reason));
            }
        } else {
            facts.add(SummaryRow.of(words.say("approvals.lapses-at"), words.moment(request.lapsesAt())));
        }
        return facts;
    }

    /// Why there is nothing to decide.
    String whyNot(Approval why, Words words) {
        return switch (why) {
            case Approval.SamePerson _ -> words.say("approvals.why-not.same-person");
            case Approval.ForWhoAsked(var name) -> words.say("approvals.why-not.for-who-asked", name);
            case Approval.AskerMayNot _ -> words.say("approvals.why-not.asker-may-not");
            case Approval.TooLate(var state, var by, var at) -> tooLate(state, by, at, words);
            case Approval.Stale(var reason, var inWelsh) ->
                words.say(
                        "approvals.why-not.stale",
                        words.language() == Language.WELSH && inWelsh != null ? inWelsh : reason);
            default -> words.say("approvals.why-not.not-permitted");
        };
    }

    private static String tooLate(RequestState state, @Nullable String by, Instant at, Words words) {
        var name = by == null ? "" : by;
        return switch (state) {
            case APPROVED -> words.say("approvals.too-late.approved", name, at);
            case DECLINED -> words.say("approvals.too-late.declined", name, at);
            case WITHDRAWN -> words.say("approvals.too-late.withdrawn", name, at);
            case STALE -> words.say("approvals.too-late.stale", at);
            case ASKED, LAPSED -> words.say("approvals.too-late.lapsed", at);
        };
    }

    private InboxPage.State state(Request request, Words words) {
        var state = request.state() == RequestState.ASKED && !request.isOpen(clock.instant())
                ? RequestState.LAPSED
                : request.state();
        return new InboxPage.State(
                words.say(stateKey(state)),
                switch (state) {
                    case ASKED -> "yellow";
                    case APPROVED -> "green";
                    case DECLINED -> "red";
                    case WITHDRAWN, LAPSED, STALE -> "grey";
                });
    }

    static String stateKey(RequestState state) {
        return switch (state) {
            case ASKED -> "approvals.state.asked";
            case APPROVED -> "approvals.state.approved";
            case DECLINED -> "approvals.state.declined";
            case WITHDRAWN -> "approvals.state.withdrawn";
            case LAPSED -> "approvals.state.lapsed";
            case STALE -> "approvals.state.stale";
        };
    }

    private String kind(Request request, Words words) {
        return kinds.find(request.kind()).map(kind -> words.say(kind.words())).orElse(request.kind());
    }

    private static String address(Shown shown) {
        return ApprovalScreens.PATH + "?show=" + shown.code;
    }

    private static String place(Request last, Shown shown) {
        var at = shown == Shown.CLOSED ? closedAt(last) : last.askedAt();
        return at + "_" + last.id();
    }

    /// Read from an address; the start when it is no place.
    private static Place place(@Nullable String after) {
        var parts = after == null ? new String[0] : after.split("_", 2);
        try {
            return parts.length == 2 ? new Place(Instant.parse(parts[0]), UUID.fromString(parts[1])) : Place.START;
        } catch (RuntimeException noPlace) {
            return Place.START;
        }
    }
}
