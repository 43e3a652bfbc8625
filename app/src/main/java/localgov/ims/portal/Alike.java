package localgov.ims.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.London;
import localgov.ims.payments.Payments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds what looks like the same payment made twice: the same amount for the same account a short while ago,
/// however it came in, or one whose end nobody knows yet. It only asks; there are good reasons to pay twice.
@Component
class Alike {
    private final JdbcClient db;
    private final Payments payments;
    private final PortalRules rules;
    private final InstantSource clock;

    Alike(JdbcClient db, Payments payments, PortalRules rules, InstantSource clock) {
        this.db = db;
        this.payments = payments;
        this.rules = rules;
        this.clock = clock;
    }

    /// A bill that may have been paid already.
    ///
    /// @param paidOn the day; nothing while it is being checked whether it was
    record Before(PayerBasket.Line line, @Nullable LocalDate paidOn) {}

    List<Before> before(PayerBasket basket) {
        var within = rules.alike();
        if (within.isZero()) {
            return List.of();
        }
        var since = clock.instant().minus(within);
        var found = new ArrayList<Before>();
        for (var line : basket.lines()) {
            paid(line, since)
                    .map(day -> new Before(line, day))
                    .or(() -> underway(basket, line, since))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<Before> underway(PayerBasket basket, PayerBasket.Line line, Instant since) {
        return payments.isInDoubt(line.fund(), line.account(), line.amount(), since, basket.paying())
                ? Optional.of(new Before(line, null))
                : Optional.empty();
    }

    /// Money that came in from outside, by whichever way, and has not gone back.
    private Optional<LocalDate> paid(PayerBasket.Line line, Instant since) {
        return db.sql("""
                select posting.happened_on
                  from ledger_postings posting
                 where posting.account_number = :account
                   and posting.fund = :fund
                   and posting.pence = :pence
                   and posting.happened_on >= :day
                   and posting.learned_at >= :since
                   and (posting.from_account like 'clearing:%' or posting.from_account like 'bank:%')
                   and not exists (
                       select
                         from ledger_postings back
                        where back.account_number = posting.account_number
                          and (back.reverses = posting.id
                               or back.source_kind = 'unpaid'
                              and back.source_id = posting.journal || '/' || posting.line))
                 order by posting.happened_on desc, posting.id desc
                 limit 1
                """)
                .param("account", line.account())
                .param("fund", line.fund())
                .param("pence", line.amount())
                .param("day", London.dayOf(since.minus(Duration.ofDays(31))))
                .param("since", since)
                .query(LocalDate.class)
                .optional();
    }
}
