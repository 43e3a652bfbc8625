package localgov.ims.agreements;

import java.util.List;
import java.util.Objects;
import localgov.ims.catalogue.KnownReferences;
import localgov.ims.catalogue.Reforming;
import localgov.ims.settings.Consequence;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Use;
import localgov.ims.settings.UsedElsewhere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Agreements that run, and the funds they are for. Once such a fund takes no more payments, what is due is missed.
@Component
class FundsInAgreements implements UsedElsewhere, KnownReferences {
    private static final int AT_ONCE = 1_000;
    private static final Phrase THEN = Phrase.both(
            "While the fund takes no payments, what is due is not taken, is tried again, and is missed in the end.",
            "Tra na fydd y gronfa’n derbyn taliadau, ni chymerir yr hyn sy’n ddyledus; rhoddir cynnig arall arno, a"
                    + " methir ef yn y diwedd.");

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    FundsInAgreements(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public List<Use> of(String type, String key) {
        return type.equals("funds")
                ? List.of(Use.of(Phrase.both("Payment plans that run", "Cynlluniau talu ar waith"), running(key), null)
                        .then(THEN))
                : List.of();
    }

    /// How many plans for a fund run, counted to a thousand and one.
    long running(String fund) {
        return db.sql("""
                select count(*) as running
                  from (select id
                          from agreements_agreement
                         where fund = :fund
                           and state in ('SETTING_UP', 'ACTIVE')
                         limit 1001) counted
                """).param("fund", fund).query(Long.class).single();
    }

    @Override
    public List<Consequence> orphanedBy(Reforming reforming) {
        var fund = reforming.fund();
        var count = reforming.new Count(false);
        return Objects.requireNonNull(transactions.execute(_ -> {
            db.sql("""
                    select account_number
                      from agreements_agreement
                     where fund = :fund
                       and state in ('SETTING_UP', 'ACTIVE')
                    """).withFetchSize(AT_ONCE).param("fund", fund.code()).query(row -> {
                count.add(row.getString(1));
            });
            return List.of(count.as(Phrase.both(
                    "Payment plans of %s that run; what is due under them would be missed".formatted(fund.name()),
                    "Cynlluniau talu %s ar waith; methid yr hyn sy’n ddyledus ynddynt".formatted(fund.nameInWelsh()))));
        }));
    }
}
