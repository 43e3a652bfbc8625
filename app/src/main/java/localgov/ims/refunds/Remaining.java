package localgov.ims.refunds;

import localgov.ims.kernel.Money;
import localgov.ims.suspense.SuspenseGivenBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts what is left of each line of a receipt. Each count is one guarded statement on the one row, so that of
/// two who want the last penny one gets it, whoever comes when.
@Component
class Remaining {
    private final JdbcClient db;
    private final SuspenseGivenBack suspense;

    Remaining(JdbcClient db, SuspenseGivenBack suspense) {
        this.db = db;
        this.suspense = suspense;
    }

    /// Reserves an amount of a line; no when there is not so much left, or when what is in suspense was placed. The
    /// caller's database transaction must then end without effect.
    boolean reserve(long journal, Received.Line line, Money amount) {
        return counted(journal, line, amount) && (!line.isSuspense() || suspense.reserve(journal, line.line(), amount));
    }

    private boolean counted(long journal, Received.Line line, Money amount) {
        return db.sql("""
                insert into refunds_receipt (journal, line, pence, vat_pence, vat_rate, reserved)
                select :journal::bigint, :line::int, :pence::bigint, :vat::bigint, :rate::int, :amount::bigint
                 where :amount::bigint <= :pence::bigint
                on conflict (journal, line) do update
                   set reserved = refunds_receipt.reserved + excluded.reserved
                 where refunds_receipt.reserved + excluded.reserved <= refunds_receipt.pence
                """)
                        .param("journal", journal)
                        .param("line", line.line())
                        .param("pence", line.amount())
                        .param("vat", line.vat())
                        .param("rate", line.vatRate())
                        .param("amount", amount)
                        .update()
                == 1;
    }

    /// What will not be given back is free again.
    void release(Refund refund) {
        refund.parts().forEach(part -> {
            move(refund.journal(), part.line(), part.amount().negated());
            if (part.isSuspense()) {
                suspense.release(refund.journal(), part.line(), part.amount());
            }
        });
    }

    /// What another was given up for is held again, in the database transaction in which that one let go of it.
    void hold(Refund refund) {
        refund.parts().forEach(part -> {
            move(refund.journal(), part.line(), part.amount());
            if (part.isSuspense() && !suspense.reserve(refund.journal(), part.line(), part.amount())) {
                throw new IllegalStateException("What %s let go of was taken meanwhile".formatted(refund));
            }
        });
    }

    private void move(long journal, int line, Money by) {
        db.sql("""
                update refunds_receipt
                   set reserved = reserved + :amount
                 where journal = :journal
                   and line = :line
                """)
                .param("journal", journal)
                .param("line", line)
                .param("amount", by)
                .update();
    }

    /// The VAT within a part that leaves, and the rate it has.
    record Vat(Money amount, int basisPoints) {}

    /// Counts a part as given.
    Vat give(long journal, Refund.Part part) {
        return give(journal, part.line(), part.amount());
    }

    Vat give(long journal, int line, Money amount) {
        var shares = held(journal, line);
        var vat = shares.next(amount);
        count(journal, line, amount, vat);
        return new Vat(vat, shares.basisPoints());
    }

    /// Counts a part as not given after all.
    void takeBack(long journal, int line, Money amount, Money vat) {
        held(journal, line);
        count(journal, line, amount.negated(), vat.negated());
    }

    private Shares held(long journal, int line) {
        return db.sql("""
                select pence as paid, vat_pence as vat, vat_rate as basis_points, given, vat_given
                  from refunds_receipt
                 where journal = :journal
                   and line = :line
                   for update
                """)
                .param("journal", journal)
                .param("line", line)
                .query(Shares.class)
                .single();
    }

    private void count(long journal, int line, Money amount, Money vat) {
        db.sql("""
                update refunds_receipt
                   set given = given + :amount,
                       vat_given = vat_given + :vat
                 where journal = :journal
                   and line = :line
                """)
                .param("journal", journal)
                .param("line", line)
                .param("amount", amount)
                .param("vat", vat)
                .update();
    }

    /// Makes whoever else is after the same receipt wait until our database transaction is over. First of all: in every
    /// database transaction the receipt's rows are held before the counter of a limit, the refund's own row and the
    /// item of suspense, in this order, so that nobody waits in a circle. Whoever approves holds the request even
    /// before that.
    void oneAtATime(long journal) {
        db.sql("""
                select line
                  from refunds_receipt
                 where journal = :journal
                 order by line
                   for update
                """).param("journal", journal).query(Integer.class).list();
    }
}
