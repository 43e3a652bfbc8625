package localgov.ims.reporting;

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

/// References that money was received for and that a fund takes now but would not any more: of funds whose accounts
/// nobody lists, all that is known of what has been issued. What is in the book stays there.
@Component
class BookOrphaned implements KnownReferences {
    private static final int AT_ONCE = 20_000;

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    BookOrphaned(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public List<Consequence> orphanedBy(Reforming reforming) {
        // Without a format anything could have been the fund's.
        if (reforming.was() == null || reforming.fund().accountMustExist()) {
            return List.of();
        }
        var count =
                reforming.new Count(CurrentCaller.scope(Permission.SEE_RECEIPTS).isEverything());
        return Objects.requireNonNull(transactions.execute(_ -> {
            db.sql("""
                    select account_number
                      from reporting_account
                    """).withFetchSize(AT_ONCE).query(row -> {
                var number = row.getString(1);
                if (reforming.takes(number)) {
                    count.add(number);
                }
            });
            var fund = reforming.fund();
            return List.of(count.as(Phrase.both(
                    "References in the book that fit %s now and could no longer be paid".formatted(fund.name()),
                    "Cyfeirnodau yn y llyfr sy’n cyfateb i %s nawr ac na ellid eu talu mwyach"
                            .formatted(fund.nameInWelsh()))));
        }));
    }
}
