package localgov.ims.counter;

import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what is in a basket, line by line.
@Repository
class CounterLineStore {
    private final JdbcClient db;

    CounterLineStore(JdbcClient db) {
        this.db = db;
    }

    /// The lines of a payment in the order of their places.
    List<CounterPayment.Line> of(CounterId payment) {
        return Rows.of(db.sql("""
                select line, fund, account_number as account, pence as amount, vat_code, narrative
                  from counter_line
                 where payment = :payment
                 order by line
                """).param("payment", payment).query(CounterPayment.Line.class));
    }

    /// Adds a line at the first free place; false when there is none.
    boolean add(CounterId payment, CounterPayment.Line line) {
        return db.sql("""
                insert into counter_line (payment, line, fund, account_number, pence, vat_code, narrative)
                select :payment, min(place), :fund, :account, :amount, :vat, :narrative
                  from generate_series(1, 10) place
                 where place not in (select line from counter_line where payment = :payment)
                having min(place) is not null
                """)
                        .param("payment", payment)
                        .param("fund", line.fund())
                        .param("account", line.account())
                        .param("amount", line.amount())
                        .param("vat", line.vatCode())
                        .param("narrative", line.narrative())
                        .update()
                == 1;
    }

    /// Charges this for the way it is paid, and nothing else.
    void charge(CounterId payment, Optional<CounterPayment.Line> fee) {
        remove(payment, CounterPayment.Line.FEE);
        fee.ifPresent(line -> db.sql("""
                insert into counter_line (payment, line, fund, account_number, pence, vat_code, narrative)
                values (:payment, :line, :fund, :account, :amount, :vat, :narrative)
                """)
                .param("payment", payment)
                .param("line", line.line())
                .param("fund", line.fund())
                .param("account", line.account())
                .param("amount", line.amount())
                .param("vat", line.vatCode())
                .param("narrative", line.narrative())
                .update());
    }

    void change(CounterId payment, CounterPayment.Line line) {
        db.sql("""
                update counter_line
                   set pence = :amount,
                       vat_code = :vat,
                       narrative = :narrative
                 where payment = :payment
                   and line = :line
                """)
                .param("payment", payment)
                .param("line", line.line())
                .param("amount", line.amount())
                .param("vat", line.vatCode())
                .param("narrative", line.narrative())
                .update();
    }

    void remove(CounterId payment, int line) {
        db.sql("""
                delete from counter_line
                 where payment = :payment
                   and line = :line
                """).param("payment", payment).param("line", line).update();
    }
}
