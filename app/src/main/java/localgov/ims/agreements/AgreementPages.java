package localgov.ims.agreements;

import java.util.List;
import java.util.Locale;
import localgov.ims.agreements.pages.AgreementPage;
import localgov.ims.agreements.pages.PlanRow;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.PayersDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts an agreement into words for its payer.
@Component
class AgreementPages {
    private static final int SECONDS = 5;

    private final Agreements agreements;
    private final Offers offers;
    private final Shown shown;
    private final AgreementLinks links;
    private final Catalogue catalogue;

    AgreementPages(Agreements agreements, Offers offers, Shown shown, AgreementLinks links, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.agreements = agreements;
        this.offers = offers;
        this.shown = shown;
        this.links = links;
    }

    AgreementPage one(Agreement agreement, PortalFrame frame) {
        var words = frame.words();
        var plan = agreements.plan(agreement);
        var instalments = agreements.instalments(agreement);
        var missed = instalments.stream()
                .filter(one -> one.state() == InstalmentState.MISSED)
                .toList();
        var kind = kind(agreement, !missed.isEmpty());
        boolean over = agreement.state().isOver();
        return new AgreementPage(
                links.path(agreement),
                kind,
                shown.fund(agreement, words),
                shown.label(agreement, words),
                agreement.account(),
                Shown.terms(agreement.terms(), words),
                plan.first().toString(),
                words.money(plan.firstAmount()),
                sum(plan, words),
                plan.isEndless() && !over
                        ? words.say("agreements.plan.endless."
                                + agreement.terms().every().code())
                        : null,
                rows(plan, instalments, over, words),
                consent(agreement, plan, frame.council().name(), words),
                agreement.standing().card() == null ? "" : agreement.standing().card(),
                over && offers.of(agreement.fund()).isPresent() ? AgreementForm.path(agreement.fund()) : null,
                agreement.state() == AgreementState.SETTING_UP ? SECONDS : 0,
                underWay(instalments, words),
                missed.stream()
                        .map(one -> words.say("agreements.one.missed", one.amount(), one.dueOn()))
                        .toList(),
                catalogue
                        .now()
                        .fund(agreement.fund())
                        .filter(PayersDoor::isOffered)
                        .map(fund -> "/pay/" + fund.code())
                        .orElse(null));
    }

    /// A plan that came to its end without all of its payments is not complete.
    private static String kind(Agreement agreement, boolean missed) {
        return agreement.state() == AgreementState.ENDED && missed
                ? "ended-missed"
                : agreement.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Before anybody agreed the plan; afterwards what was written down, and of one without an end what follows.
    private static List<PlanRow> rows(Plan plan, List<Instalment> instalments, boolean over, Words words) {
        if (instalments.isEmpty()) {
            return over ? List.of() : Shown.rows(plan, words);
        }
        return Shown.rows(instalments, words);
    }

    private static @Nullable String sum(Plan plan, Words words) {
        return plan.isEndless()
                ? null
                : words.money(plan.parts().stream().map(Plan.Part::amount).reduce(Money.ZERO, Money::plus));
    }

    private static @Nullable String underWay(List<Instalment> instalments, Words words) {
        return instalments.stream()
                .filter(one -> one.state() == InstalmentState.COLLECTING)
                .findFirst()
                .map(one -> words.money(one.amount()))
                .orElse(null);
    }

    /// What a payer agrees to, as it is kept.
    String consent(Agreement agreement, Plan plan, String council, Words words) {
        return words.say(
                plan.isEndless() ? "agreements.consent.endless" : "agreements.consent.plan",
                council,
                Shown.terms(agreement.terms(), words),
                shown.fund(agreement, words),
                agreement.account());
    }
}
