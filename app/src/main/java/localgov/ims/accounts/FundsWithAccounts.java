package localgov.ims.accounts;

import java.util.List;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Use;
import localgov.ims.settings.UsedElsewhere;
import org.springframework.stereotype.Component;

/// The accounts that a fund has.
@Component
class FundsWithAccounts implements UsedElsewhere {
    private static final Phrase THEN = Phrase.both(
            "They can still be looked up, and can no longer be paid.",
            "Gellir chwilio amdanynt o hyd, ac ni ellir eu talu mwyach.");

    private final AccountStore store;

    FundsWithAccounts(AccountStore store) {
        this.store = store;
    }

    @Override
    public List<Use> of(String type, String key) {
        return type.equals("funds")
                ? List.of(Use.of(Phrase.both("Accounts of this fund", "Cyfrifon y gronfa hon"), store.inFund(key), null)
                        .then(THEN))
                : List.of();
    }
}
