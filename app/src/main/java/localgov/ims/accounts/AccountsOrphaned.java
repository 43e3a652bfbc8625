package localgov.ims.accounts;

import java.util.List;
import localgov.ims.catalogue.KnownReferences;
import localgov.ims.catalogue.Reforming;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.settings.Consequence;
import localgov.ims.settings.Phrase;
import org.springframework.stereotype.Component;

/// Accounts whose number their fund would no longer take, counted in the index that is in memory.
@Component
class AccountsOrphaned implements KnownReferences {
    private final AccountIndexes indexes;

    AccountsOrphaned(AccountIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public List<Consequence> orphanedBy(Reforming reforming) {
        var fund = reforming.fund();
        var count =
                reforming.new Count(CurrentCaller.scope(Permission.SEE_ACCOUNTS).allowsFund(fund.code()));
        indexes.now().each(fund.code(), count::add);
        return List.of(count.as(Phrase.both(
                "Accounts of %s that could no longer be paid".formatted(fund.name()),
                "Cyfrifon %s na ellid eu talu mwyach".formatted(fund.nameInWelsh()))));
    }
}
