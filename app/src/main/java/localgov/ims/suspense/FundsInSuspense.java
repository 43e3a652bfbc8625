package localgov.ims.suspense;

import java.util.ArrayList;
import java.util.List;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.people.Scope;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Use;
import localgov.ims.settings.UsedElsewhere;
import org.springframework.stereotype.Component;

/// What open suspense has to do with a fund: money that may belong to it, and for the suspense fund itself all that
/// is in it. The suspense fund cannot be retired while anything is.
@Component
class FundsInSuspense implements UsedElsewhere {
    private static final String FUNDS = "funds";
    private static final String PATH = "/office/suspense";
    private static final Phrase STAY = Phrase.both(
            "They stay in suspense, and can no longer be placed in this fund. Place what belongs to it first.",
            "Maent yn aros yn y gronfa ddal, ac ni ellir eu rhoi yn y gronfa hon mwyach. Rhowch yr hyn sy’n perthyn"
                    + " iddi yn ei le yn gyntaf.");

    private final SuspenseStore store;
    private final Suspense suspense;
    private final Catalogue catalogue;

    FundsInSuspense(SuspenseStore store, Suspense suspense, Catalogue catalogue) {
        this.store = store;
        this.suspense = suspense;
        this.catalogue = catalogue;
    }

    @Override
    public List<Use> of(String type, String key) {
        if (!type.equals(FUNDS)) {
            return List.of();
        }
        var uses = new ArrayList<Use>();
        var mayBelong = Phrase.both(
                "Open items of suspense that may belong to it", "Eitemau agored yn y gronfa ddal a allai berthyn iddi");
        uses.add(Use.of(mayBelong, store.openFor(key), PATH).then(STAY));
        if (catalogue.now().fund(key).filter(fund -> fund.isSuspense()).isPresent()) {
            var open = Phrase.both("Open items of suspense", "Eitemau agored yn y gronfa ddal");
            uses.add(Use.of(open, suspense.standing(Scope.EVERYTHING).items(), PATH)
                    .holding());
        }
        return uses;
    }
}
