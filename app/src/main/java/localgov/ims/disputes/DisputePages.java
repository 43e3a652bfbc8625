package localgov.ims.disputes;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.disputes.pages.DisputePage;
import localgov.ims.disputes.pages.DisputesPage;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.PlaceInTime;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.ListTab;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts disputes into words.
@Component
class DisputePages {
    private static final int ON_A_PAGE = 50;
    private static final String SYSTEM = "system";

    private final DisputeLists lists;
    private final StepStore story;
    private final Catalogue catalogue;
    private final InstantSource clock;

    DisputePages(DisputeLists lists, StepStore story, Catalogue catalogue, InstantSource clock) {
        this.lists = lists;
        this.story = story;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// The lists of disputes.
    enum Tab {
        OPEN("open", DisputeState.NEEDS_EVIDENCE, DisputeState.UNDER_REVIEW, DisputeState.UNCLEAR),
        LOST("lost", DisputeState.LOST),
        WON("won", DisputeState.WON),
        ALL("all");

        private final String code;
        private final List<DisputeState> states;

        Tab(String code, DisputeState... states) {
            this.code = code;
            this.states = List.of(states);
        }

        static Tab of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code.equals(code))
                    .findFirst()
                    .orElse(OPEN);
        }

        private String address() {
            return DisputeScreens.PATH + "?show=" + code;
        }
    }

    DisputesPage list(Tab tab, @Nullable String after, Scope scope, Words words) {
        var place = PlaceInTime.read(after);
        var found = lists.list(new DisputeLists.Shown(tab.states, place.orElse(null), ON_A_PAGE + 1), scope);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        var sum = lists.sum(tab.states, scope);
        return new DisputesPage(
                tabs(tab, scope, words),
                words.say("disputes.tab." + tab.code),
                words.count("disputes.sum", sum.disputes(), sum.pence()),
                shown.stream().map(one -> row(one, words)).toList(),
                words.say("disputes.none." + tab.code),
                found.size() > ON_A_PAGE ? tab.address() + "&after=" + written(shown.getLast()) : null,
                place.isPresent() ? tab.address() : null,
                CurrentCaller.may(Permission.HANDLE_DISPUTES));
    }

    private static String written(Dispute last) {
        return new PlaceInTime(last.foundAt(), last.id().value()).written();
    }

    private List<ListTab> tabs(Tab current, Scope scope, Words words) {
        return Arrays.stream(Tab.values())
                .map(tab -> new ListTab(
                        words.say("disputes.tab." + tab.code),
                        tab.address(),
                        tab == current,
                        tab == Tab.OPEN
                                ? words.number(lists.sum(tab.states, scope).disputes())
                                : null))
                .toList();
    }

    private DisputesPage.Row row(Dispute dispute, Words words) {
        return new DisputesPage.Row(
                DisputeScreens.path(dispute.id()),
                payment(dispute, words),
                bills(dispute, words),
                words.date(London.dayOf(dispute.foundAt())),
                dispute.due().map(words::moment).orElse(""),
                left(dispute, words).orElse(""),
                state(dispute.state(), words),
                colour(dispute.state()),
                words.money(dispute.amount()));
    }

    private static String payment(Dispute dispute, Words words) {
        return dispute.payment() == null
                ? words.say("disputes.not-ours")
                : dispute.payment().reference().toString();
    }

    private String bills(Dispute dispute, Words words) {
        return dispute.lines().stream()
                .map(line -> line.account() == null ? pot(line, words) : pot(line, words) + " " + line.account())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String pot(Dispute.Line line, Words words) {
        var code = line.fund();
        return code == null
                ? words.say(line.isSuspense() ? "disputes.suspense" : "disputes.surcharge")
                : catalogue
                        .now()
                        .fund(code)
                        .map(fund -> words.either(fund.name(), fund.nameInWelsh()))
                        .orElse(code);
    }

    /// How long there is to answer it.
    private Optional<String> left(Dispute dispute, Words words) {
        return dispute.due().map(due -> {
            var today = London.dayOf(clock.instant());
            var day = London.dayOf(due);
            return due.isBefore(clock.instant())
                    ? words.say("disputes.left.over")
                    : day.equals(today)
                            ? words.say("disputes.left.today")
                            : words.say("disputes.left", words.days(today, day));
        });
    }

    DisputePage one(Dispute dispute, Words words) {
        return new DisputePage(
                words.say("disputes.title", dispute.amount()),
                DisputeScreens.path(dispute.id()),
                state(dispute.state(), words),
                colour(dispute.state()),
                explained(dispute, words),
                left(dispute, words).orElse(null),
                notes(dispute, words),
                facts(dispute, words),
                dispute.lines().stream().map(line -> bill(line, words)).toList(),
                story.steps(dispute.id()).stream()
                        .map(step -> step(step, words))
                        .toList(),
                receipt(dispute),
                charging(dispute, words));
    }

    /// No bill is unpaid again as long as nobody has said which.
    private static String explained(Dispute dispute, Words words) {
        boolean nowhere = dispute.booked().isOut()
                && dispute.booked().unplaced().equals(dispute.booked().lost());
        return words.say(nowhere ? "disputes.explained.lost-nowhere" : "disputes.explained." + code(dispute.state()));
    }

    private static @Nullable String receipt(Dispute dispute) {
        if (!CurrentCaller.may(Permission.SEE_RECEIPTS)) {
            return null;
        }
        var journal = dispute.booked().journal();
        var posting = dispute.lines().isEmpty()
                ? journal == null ? null : journal + "-1"
                : dispute.lines().getLast().journal() + "-"
                        + dispute.lines().getLast().line();
        return posting == null ? null : "/office/receipts/" + posting;
    }

    private static List<String> notes(Dispute dispute, Words words) {
        var notes = new ArrayList<String>();
        if (dispute.payment() == null) {
            notes.add(words.say("disputes.note.not-ours"));
        } else if (!dispute.payment().paid()) {
            notes.add(words.say("disputes.note.not-collected"));
        }
        if (dispute.booked().unplaced().isPositive()) {
            notes.add(words.say("disputes.note.unplaced", dispute.booked().unplaced()));
        }
        return notes;
    }

    private List<SummaryRow> facts(Dispute dispute, Words words) {
        var told = dispute.told();
        var facts = new ArrayList<SummaryRow>();
        fact(facts, "disputes.fact.payment", Optional.of(payment(dispute, words)), words);
        fact(facts, "disputes.fact.amount", Optional.of(words.money(dispute.amount())), words);
        fact(facts, "disputes.fact.fee", positive(told.fee()).map(words::money), words);
        fact(facts, "disputes.fact.reason", reason(told.reason(), words), words);
        fact(facts, "disputes.fact.began", Optional.ofNullable(told.beganAt()).map(words::moment), words);
        fact(facts, "disputes.fact.due", dispute.due().map(words::moment), words);
        fact(facts, "disputes.fact.taken", positive(dispute.booked().lost()).map(words::money), words);
        fact(
                facts,
                "disputes.fact.settled",
                Optional.ofNullable(told.settledOn()).map(words::date),
                words);
        fact(facts, "disputes.fact.number", Optional.of(told.number()), words);
        fact(facts, "disputes.fact.provider", Optional.of(told.provider() + " " + told.providerReference()), words);
        return facts;
    }

    private static Optional<Money> positive(Money amount) {
        return Optional.of(amount).filter(Money::isPositive);
    }

    /// In our words where we have any, or in the provider's.
    private static Optional<String> reason(@Nullable String reason, Words words) {
        return Optional.ofNullable(reason)
                .map(said -> said.matches("[a-z_]{1,60}")
                        ? words.known("disputes.reason." + said.replace('_', '-'))
                                .orElse(said)
                        : said);
    }

    private static void fact(List<SummaryRow> facts, String key, Optional<String> value, Words words) {
        value.ifPresent(there -> facts.add(SummaryRow.of(words.say(key), there)));
    }

    private DisputePage.Bill bill(Dispute.Line line, Words words) {
        return new DisputePage.Bill(
                pot(line, words),
                line.account() == null ? "" : line.account(),
                words.money(line.amount()),
                line.lost().isZero() ? "" : words.money(line.lost()));
    }

    private static DisputePage.Step step(StepStore.Step step, Words words) {
        var key = "disputes.step." + code(step.what());
        return new DisputePage.Step(
                step.pence() == null ? words.say(key) : words.say(key, step.pence()),
                words.moment(step.at()),
                step.who().equals(SYSTEM) ? "" : step.who());
    }

    private DisputePage.@Nullable Charging charging(Dispute dispute, Words words) {
        if (!dispute.canBeCharged() || !CurrentCaller.may(Permission.HANDLE_DISPUTES)) {
            return null;
        }
        return new DisputePage.Charging(
                words.say("disputes.charge.why", dispute.booked().unplaced()),
                DisputeScreens.open(dispute).stream()
                        .map(line -> new DisputePage.Box(
                                ChargeForm.field(line.line()),
                                line.account() == null ? pot(line, words) : pot(line, words) + " " + line.account(),
                                words.say("disputes.charge.most", line.open())))
                        .toList());
    }

    /// Nothing is suggested: the page could only guess.
    Answers filledIn(Dispute dispute, Words words) {
        var answers = Answers.none(words);
        for (var line : DisputeScreens.open(dispute)) {
            answers = answers.with(ChargeForm.field(line.line()), "");
        }
        return answers;
    }

    private static String state(DisputeState state, Words words) {
        return words.say("disputes.state." + code(state));
    }

    static String colour(DisputeState state) {
        return switch (state) {
            case NEEDS_EVIDENCE, UNCLEAR -> "yellow";
            case UNDER_REVIEW -> "blue";
            case WON -> "green";
            case LOST -> "red";
        };
    }

    static String code(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
