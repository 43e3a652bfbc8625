package localgov.ims.payments;

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

/// Payments that nobody knows the end of yet, and the funds they are for. Whatever is decided about a fund meanwhile,
/// they can be paid, and what is paid is posted to it.
@Component
class FundsInPayments implements UsedElsewhere, KnownReferences {
    private static final int AT_ONCE = 1_000;
    private static final Phrase THEN = Phrase.both(
            "They can still be paid, and the money is posted to this fund. No new ones can be started.",
            "Gellir eu talu o hyd, a chaiff yr arian ei bostio i’r gronfa hon. Ni ellir dechrau rhai newydd.");

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    FundsInPayments(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public List<Use> of(String type, String key) {
        return type.equals("funds")
                ? List.of(Use.of(
                                Phrase.both("Payments not finished yet", "Taliadau heb eu cwblhau eto"),
                                unfinished(key),
                                null)
                        .then(THEN))
                : List.of();
    }

    /// Counted up to a thousand and one. A payment without an end is looked at again, and those are few.
    private long unfinished(String fund) {
        return db.sql("""
                select count(*) as open
                  from (select payment.id
                          from payments_payment payment
                         where payment.next_look_at is not null
                           and payment.state in ('CREATED', 'STARTED', 'UNKNOWN')
                           and exists (select from payments_line line
                                        where line.payment = payment.id
                                          and line.fund = :fund)
                         limit 1001) counted
                """).param("fund", fund).query(Long.class).single();
    }

    @Override
    public List<Consequence> orphanedBy(Reforming reforming) {
        var fund = reforming.fund();
        var count = reforming.new Count(false);
        return Objects.requireNonNull(transactions.execute(_ -> {
            db.sql("""
                    select line.account_number
                      from payments_payment payment
                      join payments_line line on line.payment = payment.id
                     where payment.next_look_at is not null
                       and payment.state in ('CREATED', 'STARTED', 'UNKNOWN')
                       and line.fund = :fund
                    """).withFetchSize(AT_ONCE).param("fund", fund.code()).query(row -> {
                count.add(row.getString(1));
            });
            return List.of(count.as(Phrase.both(
                    "Bills of %s in payments that are not finished; they can still be paid".formatted(fund.name()),
                    "Biliau %s mewn taliadau heb eu cwblhau; gellir eu talu o hyd".formatted(fund.nameInWelsh()))));
        }));
    }
}
