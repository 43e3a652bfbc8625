package localgov.ims.agreements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.agreements.pages.OfficeAgreementPage;
import localgov.ims.agreements.pages.OfficeAgreementsPage;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.words.Words;
import localgov.ims.providers.Capability;
import localgov.ims.providers.Providers;
import localgov.ims.providers.ShutOut;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts agreements into words for colleagues.
@Component
class OfficeAgreementPages {
    private static final int ON_A_PAGE = 50;

    private final AgreementLists lists;
    private final AgreementStore store;
    private final Agreements agreements;
    private final Shown shown;
    private final Providers providers;

    OfficeAgreementPages(
            AgreementLists lists, AgreementStore store, Agreements agreements, Shown shown, Providers providers) {
        this.providers = providers;
        this.lists = lists;
        this.store = store;
        this.agreements = agreements;
        this.shown = shown;
    }

    /// The lists of agreements.
    enum Tab {
        MISSED("missed", AgreementState.values()),
        RUNNING("running", AgreementState.PROPOSED, AgreementState.SETTING_UP, AgreementState.ACTIVE),
        OVER("over", AgreementState.ENDED, AgreementState.CANCELLED, AgreementState.NOT_SET_UP);

        private final String code;
        private final List<AgreementState> states;

        Tab(String code, AgreementState... states) {
            this.code = code;
            this.states = List.of(states);
        }

        static Tab of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code.equals(code))
                    .findFirst()
                    .orElse(MISSED);
        }

        private String address() {
            return OfficeAgreementScreens.PATH + "?show=" + code;
        }
    }

    OfficeAgreementsPage list(Tab tab, @Nullable String after, Scope scope, Words words) {
        var place = place(after);
        var found = lists.list(tab.states, tab == Tab.MISSED, scope, place.orElse(null), ON_A_PAGE + 1);
        var rows = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        return new OfficeAgreementsPage(
                tabs(tab, scope, words),
                words.say("agreements.tab." + tab.code),
                rows.stream().map(one -> row(one, words)).toList(),
                words.say("agreements.none." + tab.code),
                found.size() > ON_A_PAGE
                        ? tab.address() + "&after=" + rows.getLast().createdAt() + "_"
                                + rows.getLast().id()
                        : null,
                place.isPresent() ? tab.address() : null);
    }

    private List<OfficeAgreementsPage.TabLink> tabs(Tab current, Scope scope, Words words) {
        var tabs = new ArrayList<OfficeAgreementsPage.TabLink>();
        for (var tab : Tab.values()) {
            tabs.add(new OfficeAgreementsPage.TabLink(
                    words.say("agreements.tab." + tab.code),
                    tab.address(),
                    tab == current,
                    tab == Tab.MISSED ? words.number(lists.missed(scope)) : null));
        }
        return tabs;
    }

    /// Read from an address; the start when it is no place.
    private static Optional<AgreementLists.Place> place(@Nullable String after) {
        var parts = after == null ? new String[0] : after.split("_", 2);
        try {
            return parts.length == 2
                    ? Optional.of(new AgreementLists.Place(
                            Instant.parse(parts[0]), new AgreementId(UUID.fromString(parts[1]))))
                    : Optional.empty();
        } catch (RuntimeException noPlace) {
            return Optional.empty();
        }
    }

    private OfficeAgreementsPage.Row row(AgreementLists.Row row, Words words) {
        var agreement = store.get(row.id());
        boolean missed = row.missed() > 0;
        return new OfficeAgreementsPage.Row(
                OfficeAgreementScreens.path(agreement),
                agreement.reference().grouped(),
                shown.fund(agreement, words),
                agreement.account(),
                Shown.terms(agreement.terms(), words),
                row.nextOn() == null ? "–" : words.date(row.nextOn()),
                missed ? words.count("agreements.missed", row.missed()) : Shown.state(agreement, words),
                missed ? "red" : Shown.colour(agreement.state()));
    }

    OfficeAgreementPage one(Agreement agreement, Words words) {
        var plan = agreements.plan(agreement);
        var parts = agreements.instalments(agreement);
        var held = held(agreement);
        boolean may = CurrentCaller.scope(Permission.TAKE_PAYMENTS).allowsFund(agreement.fund());
        return new OfficeAgreementPage(
                words.say("agreements.office.title", shown.fund(agreement, words), agreement.account()),
                OfficeAgreementScreens.path(agreement),
                held.isPresent() ? words.say("agreements.state.held") : Shown.state(agreement, words),
                held.isPresent() ? "yellow" : Shown.colour(agreement.state()),
                held.map(shut -> words.say("agreements.explained.held", shut.name(), shut.code(), shut.since()))
                        .orElseGet(() -> words.say("agreements.explained." + code(agreement))),
                facts(agreement, words),
                parts.isEmpty() ? Shown.rows(plan, words) : Shown.rows(parts, words),
                plan.isEndless()
                        ? null
                        : words.money(
                                plan.parts().stream().map(Plan.Part::amount).reduce(Money.ZERO, Money::plus)),
                may && !agreement.state().isOver(),
                may && lists.hasMissed(agreement.id()));
    }

    /// Why nothing is taken for it at the moment, when that is the account's doing and not the payer's.
    private Optional<ShutOut> held(Agreement agreement) {
        return agreement
                .provider()
                .filter(_ -> agreement.state() == AgreementState.ACTIVE)
                .flatMap(account -> providers.shutOutOf(account, Capability.AGREEMENTS));
    }

    private static String code(Agreement agreement) {
        return agreement
                .end()
                .filter(_ -> agreement.state() == AgreementState.CANCELLED)
                .map(end -> "cancelled-by-" + end.reason())
                .orElse(agreement.state().name().toLowerCase(Locale.ROOT));
    }

    private List<SummaryRow> facts(Agreement agreement, Words words) {
        var standing = agreement.standing();
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(
                words.say("agreements.fact.number"), agreement.reference().grouped()));
        facts.add(SummaryRow.of(words.say("agreements.fact.for"), shown.fund(agreement, words)));
        facts.add(SummaryRow.of(shown.label(agreement, words), agreement.account()));
        facts.add(SummaryRow.of(words.say("agreements.fact.plan"), Shown.terms(agreement.terms(), words)));
        facts.add(SummaryRow.of(
                words.say("agreements.fact.proposed"),
                words.say(
                        "agreements.fact.when-who",
                        agreement.createdAt(),
                        agreement.proposedBy().equals(Agreements.PAYER)
                                ? words.say("agreements.who.payer")
                                : agreement.proposedBy())));
        if (standing.consentedAt() != null) {
            facts.add(SummaryRow.of(words.say("agreements.fact.agreed"), words.moment(standing.consentedAt())));
        }
        if (standing.card() != null) {
            facts.add(SummaryRow.of(
                    words.say("agreements.fact.on-card"),
                    standing.cardExpires() == null
                            ? standing.card()
                            : words.say("agreements.fact.card-until", standing.card(), standing.cardExpires())));
        }
        agreement
                .end()
                .ifPresent(end -> facts.add(SummaryRow.of(
                        words.say("agreements.fact.ended"),
                        words.say("agreements.fact.when-who", end.at(), who(end.by(), words)))));
        if (agreement.state().isOver() && standing.atProvider() != Agreement.AtProvider.NONE) {
            facts.add(SummaryRow.of(
                    words.say("agreements.fact.there"),
                    words.say(
                            standing.atProvider() == Agreement.AtProvider.ENDED
                                    ? "agreements.there.ended"
                                    : "agreements.there.to-end")));
        }
        return facts;
    }

    private static String who(String by, Words words) {
        return switch (by) {
            case Agreements.PAYER -> words.say("agreements.who.payer");
            case Concluding.SYSTEM -> words.say("agreements.who.system");
            default -> by;
        };
    }
}
