package localgov.ims.agreements;

import java.util.List;
import java.util.Optional;
import localgov.ims.accounts.AccountAffairs;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;

/// Shows colleagues who look at an account what is paid on it in parts, and what of that was missed.
@Component
class AgreementsOnAccounts implements AccountAffairs {
    private final AgreementLists lists;
    private final AgreementStore store;
    private final InstalmentStore instalments;
    private final Offers offers;

    AgreementsOnAccounts(AgreementLists lists, AgreementStore store, InstalmentStore instalments, Offers offers) {
        this.lists = lists;
        this.store = store;
        this.instalments = instalments;
        this.offers = offers;
    }

    @Override
    public List<Affair> of(String fund, String account, Words words) {
        return lists.of(fund, account, CurrentCaller.scope(Permission.SEE_ACCOUNTS)).stream()
                .map(store::get)
                .map(agreement -> affair(agreement, words))
                .toList();
    }

    private Affair affair(Agreement agreement, Words words) {
        var parts = instalments.of(agreement.id());
        // What somebody has seen to is settled for all that was missed until then.
        var missed = lists.hasMissed(agreement.id())
                ? parts.stream()
                        .filter(one -> one.state() == InstalmentState.MISSED)
                        .reduce((_, later) -> later)
                : Optional.<Instalment>empty();
        var next = parts.stream()
                .filter(one -> one.state() == InstalmentState.DUE || one.state() == InstalmentState.FAILED)
                .findFirst();
        return new Affair(
                Shown.terms(agreement.terms(), words),
                missed.map(one -> words.say(
                                "agreements.account.missed", one.amount(), one.dueOn(), Shown.why(one, words)))
                        .or(() -> next.map(one -> words.say("agreements.account.next", one.amount(), one.dueOn())))
                        .orElse(""),
                missed.isPresent() ? words.say("agreements.instalment.missed") : Shown.state(agreement, words),
                missed.isPresent() ? "red" : Shown.colour(agreement.state()),
                OfficeAgreementScreens.path(agreement));
    }

    @Override
    public Optional<Beginning> begin(long id, String fund, Words words) {
        return CurrentCaller.scope(Permission.TAKE_PAYMENTS).allowsFund(fund)
                        && offers.of(fund).isPresent()
                ? Optional.of(new Beginning(
                        words.say("agreements.office.new"), OfficeAgreementScreens.NEW + "?account=" + id))
                : Optional.empty();
    }
}
