package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.TakenPayments.Taken;
import localgov.ims.platform.Unsent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Payments that have been taken are written down several at once, or none of them is.
@WithCouncil
class TakenAtOnceTest {
    @Autowired
    TakenPayments payments;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient db;

    private static final Unsent NOTHING =
            Unsent.sql("insert into payments_line select * from payments_line where false");

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Taken taken(long pence) {
        return within(() -> {
            demo.load();
            var basket = new Basket(
                    List.of(new Basket.Line("11", "BJ99518409", Money.pence(pence), "A fine")), "C Pays", null, null);
            var method = catalogue.now().method("cash").orElseThrow();
            return payments.ready(basket, method, "api:till", "api").orElseThrow();
        });
    }

    private static Taken called(Taken taken, PublicReference reference) {
        var payment = taken.payment();
        var other = new Payment.Wanted(
                payment.id(),
                reference,
                payment.amount(),
                "api:till",
                "api",
                "C Pays",
                null,
                null,
                payment.createdAt());
        return new Taken(new Payment(other, payment.standing(), payment.lines()), taken.asking(), taken.method());
    }

    private boolean posted(List<Taken> all) {
        return Boolean.TRUE.equals(within(() -> transactions.execute(_ -> payments.postAll(all, NOTHING))));
    }

    private long count(String table) {
        return within(
                () -> db.sql("select count(*) from " + table).query(Long.class).single());
    }

    @Test
    void eachIsInTheBookByItself() {
        long before = count("ledger_journal");
        var all = List.of(taken(901), taken(902), taken(903));
        assertThat(posted(all)).isTrue();
        assertThat(count("ledger_journal")).isEqualTo(before + 3);
        for (var one : all) {
            assertThat(within(() -> db.sql("""
                            select posting.pence
                              from ledger_journal journal
                              join ledger_posting posting on posting.journal = journal.id
                             where journal.source_kind = 'payment' and journal.source_id = :id
                            """)
                            .param("id", one.payment().id().toString())
                            .query(Long.class)
                            .list()))
                    .containsExactly(one.payment().amount().pence());
        }
    }

    @Test
    void whereOneHasAReferenceThatIsTakenNoneIsWritten() {
        var first = taken(911);
        assertThat(posted(List.of(first))).isTrue();
        long payments = count("payments_payment");
        long journals = count("ledger_journal");
        var alike = called(taken(912), first.payment().reference());
        var all = List.of(taken(913), alike, taken(914));
        assertThatThrownBy(() -> posted(all)).isInstanceOf(DuplicateKeyException.class);
        assertThat(count("payments_payment")).isEqualTo(payments);
        assertThat(count("ledger_journal")).isEqualTo(journals);
    }
}
