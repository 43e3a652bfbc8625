package localgov.ims.agreements;

import java.util.List;
import java.util.Optional;
import localgov.ims.backoffice.Pile;
import localgov.ims.backoffice.Unattended;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Payments of plans that no card paid at the last try: until somebody has seen to them, they wait for a person.
@Component
@Order(10)
class UnattendedPlans implements Unattended {
    private final AgreementLists lists;
    private final AgreementStore store;
    private final Shown shown;

    UnattendedPlans(AgreementLists lists, AgreementStore store, Shown shown) {
        this.lists = lists;
        this.store = store;
        this.shown = shown;
    }

    @Override
    public Optional<Pile> waiting(int most, Words words) {
        var scope = CurrentCaller.scope(Permission.SEE_ACCOUNTS);
        var plans = scope.isNothing() ? 0 : lists.missed(scope);
        return plans == 0
                ? Optional.empty()
                : Optional.of(new Pile(
                        words.count("agreements.unattended", plans),
                        OfficeAgreementScreens.PATH,
                        words.say("agreements.unattended.heading"),
                        words.say("agreements.unattended.what"),
                        most == 0 ? List.of() : rows(scope, most, words)));
    }

    private List<Pile.Row> rows(Scope scope, int most, Words words) {
        return lists.longestMissed(scope, most).stream()
                .map(one -> row(one, words))
                .toList();
    }

    private Pile.Row row(AgreementLists.Missed missed, Words words) {
        var agreement = store.get(missed.id());
        return new Pile.Row(
                agreement.reference().grouped(),
                OfficeAgreementScreens.path(agreement),
                words.say(
                        "agreements.unattended.since",
                        shown.fund(agreement, words),
                        agreement.account(),
                        missed.since()),
                words.count("agreements.missed", missed.number()),
                "govuk-tag--red",
                words.money(missed.amount()));
    }
}
