package localgov.ims.refunds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.PaymentId;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds payments that look as if somebody paid the same twice, and proposes to give the later one
/// back. A proposal moves nothing: a person looks at both payments, and asks for it or not.
@Component
class Duplicates {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /// A payment is looked at for so long after it was paid.
    private static final Duration LOOKED_BACK = Duration.ofDays(2);
    /// Two equal payments so close together are thought to be one that was made twice.
    private static final Duration TOGETHER = Duration.ofHours(24);

    private static final String SYSTEM = "system";
    /// By whom the payments of a plan are asked for. They are alike by design, and each of them is taken once.
    private static final String PLANS = "agreements";

    private final JdbcClient db;
    private final RefundStore store;
    private final Receiving receiving;
    private final Changing changing;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Duplicates(
            JdbcClient db,
            RefundStore store,
            Receiving receiving,
            Changing changing,
            TransactionTemplate transactions,
            InstantSource clock,
            Jobs jobs) {
        this.db = db;
        this.store = store;
        this.receiving = receiving;
        this.changing = changing;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every("refunds-find-duplicates", PAUSE, this::propose);
    }

    /// One round, for the current council.
    void propose() {
        twice(clock.instant()).forEach(this::propose);
    }

    /// @param first the payment before it that is just like it
    private record Twice(PaymentId payment, PublicReference first) {}

    /// Payments by card that a payer made online, with another just like it shortly before: the same lines for the same
    /// amounts. One that was proposed once is not proposed again.
    private List<Twice> twice(Instant now) {
        return Rows.of(db.sql("""
                with lately as (
                    select id, reference, pence, paid_at, asked_by
                      from payments
                     where state = 'PAID'
                       and provider is not null
                       and paid_at >= :earliest),
                alike as (
                    select lately.id, lately.reference, lately.pence, lately.paid_at, lately.asked_by,
                           string_agg(line.fund || ' ' || line.account_number || ' ' || line.pence, ','
                                      order by line.fund, line.account_number, line.pence) as content
                      from lately
                      join payments_lines line on line.payment = lately.id
                     group by lately.id, lately.reference, lately.pence, lately.paid_at, lately.asked_by)
                select distinct on (later.id) later.id as payment, earlier.reference as first
                  from alike later
                  join alike earlier on earlier.content = later.content
                   and (earlier.paid_at, earlier.id) < (later.paid_at, later.id)
                   and earlier.paid_at > later.paid_at - :together * interval '1 second'
                   and (earlier.asked_by <> :plans or later.asked_by <> :plans)
                 where later.paid_at >= :since
                   and not exists (select from refunds_refund proposed
                                    where proposed.payment = later.id)
                 order by later.id, earlier.paid_at desc
                """)
                .param("since", now.minus(LOOKED_BACK))
                .param("plans", PLANS)
                .param("earliest", now.minus(LOOKED_BACK).minus(TOGETHER))
                .param("together", TOGETHER.toSeconds())
                .query(Twice.class));
    }

    private void propose(Twice twice) {
        var now = clock.instant();
        receiving
                .journalOf(twice.payment())
                .flatMap(journal -> receiving.find(journal, 1, Scope.EVERYTHING))
                .filter(Received::isPossible)
                .ifPresent(receipt -> transactions.executeWithoutResult(_ -> {
                    var parts = receipt.lines().stream()
                            .filter(line -> line.left().isPositive())
                            .map(line -> line.part(line.left()))
                            .toList();
                    var reason = "Paid twice: payment %s was just like it, shortly before".formatted(twice.first());
                    var wanted = receipt.wanted(RefundId.at(now), receipt.left(), SYSTEM, now);
                    var refund = new Refund(wanted, Standing.proposed(reason, null), parts);
                    if (store.insert(refund)) {
                        changing.tell(refund, SYSTEM, now);
                    }
                }));
    }
}
