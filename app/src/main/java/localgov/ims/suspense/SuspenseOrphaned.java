package localgov.ims.suspense;

import java.util.List;
import java.util.Objects;
import localgov.ims.catalogue.KnownReferences;
import localgov.ims.catalogue.Reforming;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.settings.Consequence;
import localgov.ims.settings.Phrase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Open items of suspense for which a reference of a fund was found that the fund would no longer take.
@Component
class SuspenseOrphaned implements KnownReferences {
    private static final int AT_ONCE = 5_000;

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    SuspenseOrphaned(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public List<Consequence> orphanedBy(Reforming reforming) {
        var fund = reforming.fund();
        var count =
                reforming.new Count(CurrentCaller.scope(Permission.SEE_SUSPENSE).isEverything());
        return Objects.requireNonNull(transactions.execute(_ -> {
            db.sql("""
                    select candidate ->> 'account' as account
                      from suspense_items item
                     cross join lateral (select thought
                                           from jsonb_array_elements(item.candidates) as thoughts (thought)
                                          where thought ->> 'fund' = :fund
                                          limit 1) likeliest (candidate)
                     where item.remaining > 0
                       and item.candidates @> jsonb_build_array(jsonb_build_object('fund', cast(:fund as text)))
                    """).withFetchSize(AT_ONCE).param("fund", fund.code()).query(row -> {
                count.add(row.getString(1));
            });
            return List.of(count.as(Phrase.both(
                    "Open items of suspense that could no longer be placed in %s".formatted(fund.name()),
                    "Eitemau agored yn y gronfa ddal na ellid eu rhoi yn %s mwyach".formatted(fund.nameInWelsh()))));
        }));
    }
}
