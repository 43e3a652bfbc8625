package localgov.ims.refunds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.PlaceInTime;
import localgov.ims.platform.pages.ListTab;
import localgov.ims.platform.words.Words;
import localgov.ims.refunds.pages.RefundPage;
import localgov.ims.refunds.pages.RefundsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts refunds into words.
@Component
class RefundPages {
    private static final int ON_A_PAGE = 50;

    private final RefundLists lists;
    private final RefundStore store;
    private final Elsewhere elsewhere;
    private final StepStore story;
    private final WhatNow whatNow;
    private final Catalogue catalogue;

    RefundPages(
            RefundLists lists,
            RefundStore store,
            Elsewhere elsewhere,
            StepStore steps,
            WhatNow whatNow,
            Catalogue catalogue) {
        this.lists = lists;
        this.store = store;
        this.elsewhere = elsewhere;
        this.story = steps;
        this.whatNow = whatNow;
        this.catalogue = catalogue;
    }

    /// The lists of refunds.
    enum Tab {
        PERSON("person", RefundState.PROPOSED, RefundState.ASKED, RefundState.FAILED),
        UNDER_WAY("under-way", RefundState.APPROVED, RefundState.SENDING, RefundState.UNKNOWN, RefundState.SUBMITTED),
        SENT("sent", RefundState.SENT),
        NOT(
                "not",
                RefundState.REPLACED,
                RefundState.DECLINED,
                RefundState.WITHDRAWN,
                RefundState.LAPSED,
                RefundState.GIVEN_UP),
        ALL("all");

        private final String code;
        private final List<RefundState> states;

        Tab(String code, RefundState... states) {
            this.code = code;
            this.states = List.of(states);
        }

        static Tab of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code.equals(code))
                    .findFirst()
                    .orElse(PERSON);
        }

        private String address() {
            return RefundScreens.PATH + "?show=" + code;
        }
    }

    RefundsPage list(Tab tab, @Nullable String after, Scope scope, Words words) {
        var place = PlaceInTime.read(after);
        var found = lists.list(new RefundLists.Shown(tab.states, null, place.orElse(null), ON_A_PAGE + 1), scope);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        var sum = lists.sum(tab.states, null, scope);
        return new RefundsPage(
                tabs(tab, scope, words),
                tab == Tab.PERSON && place.isEmpty() ? found(words) : List.of(),
                words.say("refunds.tab." + tab.code),
                words.count("refunds.sum", sum.refunds(), sum.pence()),
                shown.stream().map(one -> row(one, words)).toList(),
                words.say("refunds.none." + tab.code),
                found.size() > ON_A_PAGE ? tab.address() + "&after=" + written(shown.getLast()) : null,
                place.isPresent() ? tab.address() : null);
    }

    /// What was given back elsewhere, for those who may write it down.
    private List<RefundsPage.FoundLink> found(Words words) {
        return elsewhere.open(CurrentCaller.scope(Permission.ASK_REFUNDS)).stream()
                .map(one -> new RefundsPage.FoundLink(
                        words.say("refunds.found.link", one.amount(), one.madeOn()), FoundScreens.path(one)))
                .toList();
    }

    private List<ListTab> tabs(Tab current, Scope scope, Words words) {
        var tabs = new ArrayList<ListTab>();
        for (var tab : Tab.values()) {
            var count = tab == Tab.PERSON
                    ? words.number(lists.sum(tab.states, null, scope).refunds())
                    : null;
            tabs.add(new ListTab(words.say("refunds.tab." + tab.code), tab.address(), tab == current, count));
        }
        return tabs;
    }

    private static String written(Refund last) {
        return new PlaceInTime(last.createdAt(), last.id().value()).written();
    }

    private RefundsPage.Row row(Refund refund, Words words) {
        return new RefundsPage.Row(
                RefundScreens.path(refund),
                refund.reference().toString(),
                refund.payer().orElse(words.say("refunds.nobody")),
                parts(refund, words),
                words.moment(refund.createdAt()),
                state(refund, words),
                colour(refund.state()),
                words.say(refund.way() == Way.CARD ? "refunds.way.card" : "refunds.way.bank"),
                words.money(refund.amount()));
    }

    /// What it is given back from, such as `Parking fines BJ99518409`.
    String parts(Refund refund, Words words) {
        return refund.parts().stream()
                .map(part -> part.account() == null
                        ? from(part.fund(), part.pot(), words)
                        : from(part.fund(), part.pot(), words) + " " + part.account())
                .collect(Collectors.joining(", "));
    }

    RefundPage one(Refund refund, Words words) {
        return new RefundPage(
                words.say("refunds.title", refund.amount(), refund.payer().orElse(words.say("refunds.nobody"))),
                RefundScreens.path(refund),
                state(refund, words),
                colour(refund.state()),
                explained(refund, words),
                refund.failure().isPresent() || refund.state().isAtTheProvider()
                        ? refund.words().orElse(null)
                        : null,
                facts(refund, words),
                refund.parts().stream().map(part -> part(part, words)).toList(),
                words.money(refund.amount()),
                steps(refund, words),
                receipt(refund.journal(), refund.parts().getFirst().line()),
                refund.state() == RefundState.ASKED ? "/office/approvals/" + refund.id() : null,
                other(refund, words),
                whatNow.whyNot(refund).map(why -> whyNot(why, words)).orElse(null),
                whatNow.may(refund));
    }

    /// The one in whose place it goes by bank, or that goes in its place.
    private RefundPage.@Nullable Other other(Refund refund, Words words) {
        var failed = refund.insteadOf().flatMap(store::find);
        var said = failed.isPresent() ? "refunds.other.failed" : "refunds.other.bank";
        return failed.or(() -> store.instead(refund.id()))
                .map(one -> new RefundPage.Other(words.say(said, one.reference()), RefundScreens.path(one)))
                .orElse(null);
    }

    private RefundPage.Part part(Refund.Part part, Words words) {
        return new RefundPage.Part(
                from(part.fund(), part.pot(), words),
                part.account() == null ? "" : part.account(),
                words.money(part.amount()));
    }

    private List<SummaryRow> facts(Refund refund, Words words) {
        var facts = new ArrayList<SummaryRow>();
        fact(facts, "refunds.fact.reference", Optional.of(refund.reference().toString()), words);
        fact(facts, "refunds.fact.payer", refund.payer(), words);
        fact(
                facts,
                "refunds.fact.goes",
                Optional.of(words.say(
                        refund.isMadeElsewhere()
                                ? "refunds.goes.elsewhere"
                                : refund.way() == Way.CARD ? "refunds.goes.card" : "refunds.goes.bank")),
                words);
        fact(facts, "refunds.fact.payee", refund.payee(), words);
        fact(facts, "refunds.fact.reason", Optional.of(refund.reason()), words);
        fact(facts, "refunds.fact.proposed-by", refund.proposedBy(), words);
        fact(facts, "refunds.fact.asked-by", refund.askedBy(), words);
        fact(facts, "refunds.fact.approved-by", approver(refund, words), words);
        fact(
                facts,
                "refunds.fact.elsewhere",
                Optional.ofNullable(refund.wanted().elsewhere()),
                words);
        fact(facts, "refunds.fact.sent-on", refund.sentOn().map(words::date), words);
        return facts;
    }

    private static Optional<String> approver(Refund refund, Words words) {
        var approved = refund.standing().approved();
        if (approved == null) {
            return Optional.empty();
        }
        return Optional.of(approved.person() == null ? words.say("refunds.by-limit") : approved.who());
    }

    private static void fact(List<SummaryRow> facts, String key, Optional<String> value, Words words) {
        value.ifPresent(there -> facts.add(SummaryRow.of(words.say(key), there)));
    }

    private List<RefundPage.Step> steps(Refund refund, Words words) {
        return story.steps(refund.id()).stream()
                .map(step -> new RefundPage.Step(
                        step.failure() == null || step.state() != RefundState.FAILED
                                ? words.say("refunds.state." + code(step.state()))
                                : words.say("refunds.failure." + code(step.failure())),
                        words.moment(step.at()),
                        step.who().equals("system") ? "" : step.who(),
                        step.words()))
                .toList();
    }

    String explained(Refund refund, Words words) {
        var failure = refund.failure();
        if (failure.isPresent() && refund.state() == RefundState.FAILED) {
            return words.say("refunds.failure." + code(failure.get()));
        }
        var waits = whatNow.waitsUntil(refund);
        if (waits.isPresent()) {
            return words.say("refunds.explained.new-payee", waits.get());
        }
        var byBank = refund.way() == Way.BANK && refund.state() == RefundState.APPROVED;
        return words.say(byBank ? "refunds.explained.to-pay" : "refunds.explained." + code(refund.state()));
    }

    String state(Refund refund, Words words) {
        var toPay = refund.way() == Way.BANK && refund.state() == RefundState.APPROVED;
        return words.say(toPay ? "refunds.state.to-pay" : "refunds.state." + code(refund.state()));
    }

    static String colour(RefundState state) {
        return switch (state) {
            case PROPOSED, ASKED -> "yellow";
            case APPROVED, SENDING, UNKNOWN, SUBMITTED -> "blue";
            case SENT -> "green";
            case FAILED -> "red";
            case REPLACED, DECLINED, WITHDRAWN, LAPSED, GIVEN_UP -> "grey";
        };
    }

    private static String code(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String whyNot(Received.WhyNot why, Words words) {
        return words.say("refunds.why-not." + code(why));
    }

    /// What a line comes out of: the fund's name, or that of a pot of the council's own.
    String from(@Nullable String code, @Nullable String pot, Words words) {
        if (code == null) {
            return words.say("refunds.pot." + pot);
        }
        return catalogue
                .now()
                .fund(code)
                .map(fund -> words.either(fund.name(), fund.nameInWelsh()))
                .orElse(code);
    }

    /// Where the receipt is, for those who may see it.
    @Nullable
    String receipt(long journal, int line) {
        return CurrentCaller.may(Permission.SEE_RECEIPTS) ? "/office/receipts/%d-%d".formatted(journal, line) : null;
    }
}
