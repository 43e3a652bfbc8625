package localgov.ims.counter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Taker;
import localgov.ims.payments.Takers;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of baskets that go to the provider's page, and of who took them.
@Repository
class CardStore implements Takers {
    private final JdbcClient db;

    CardStore(JdbcClient db) {
        this.db = db;
    }

    /// Leaves the basket for the card page, as it was read.
    boolean leave(CounterPayment read, UUID card) {
        return db.sql("""
                with left_for_it as (
                    update counter_payment
                       set state = 'ON_CARD_PAGE',
                           version = version + 1,
                           card_payment = :card
                     where id = :id
                       and state = 'OPEN'
                       and version = :version
                    returning id, begun_by, office, method)
                insert into counter_card (card, payment, taken_by, office, method, vat_codes)
                select :card, id, begun_by, office, method, :vat_codes::text[]
                  from left_for_it
                """)
                        .param("id", read.id())
                        .param("version", read.version())
                        .param("card", card)
                        .param(
                                "vat_codes",
                                read.lines().stream()
                                        .map(line -> line.vatCode() == null ? "" : line.vatCode())
                                        .toArray(String[]::new))
                        .update()
                == 1;
    }

    /// What its payment says was paid on the card page is taken: also when that is said only after the basket had
    /// come back.
    boolean follow(CounterId payment) {
        return db.sql("""
                update counter_payment basket
                   set state = 'TAKEN',
                       version = basket.version + 1,
                       card_payment = card.card,
                       came = 'PHONE',
                       office = card.office,
                       method = card.method,
                       pence = paid.paid_pence,
                       taken_by = card.taken_by,
                       taken_at = paid.paid_at
                  from counter_card card
                  join payments paid on paid.id = card.card and paid.state = 'PAID'
                 where basket.id = :id
                   and card.payment = basket.id
                   and basket.state in ('OPEN', 'ON_CARD_PAGE')
                """).param("id", payment).update() == 1;
    }

    /// The card was not charged, and the basket can be changed and paid again.
    void comeBack(CounterId payment, UUID card) {
        db.sql("""
                update counter_payment
                   set state = 'OPEN',
                       version = version + 1,
                       card_payment = null
                 where id = :id
                   and card_payment = :card
                   and state = 'ON_CARD_PAGE'
                """).param("id", payment).param("card", card).update();
    }

    /// Baskets of somebody that are not finished and have been to the card page.
    List<CounterId> unfinished(String who) {
        return Rows.of(db.sql("""
                select id as value
                  from counter_payment basket
                 where begun_by = :who
                   and state in ('OPEN', 'ON_CARD_PAGE')
                   and exists (select from counter_card card where card.payment = basket.id)
                 order by begun_at
                 limit 20
                """).param("who", who).query(CounterId.class));
    }

    private record Known(String takenBy, String method, String office) {}

    @Override
    public Optional<Taker> of(PaymentId payment) {
        return db.sql("""
                select taken_by, method, office
                  from counter_card
                 where card = :card
                """)
                .param("card", payment)
                .query(Known.class)
                .optional()
                .map(known -> new Taker(known.takenBy(), known.method(), known.office(), vatCodes(payment)));
    }

    private record Vat(int place, String code) {}

    private Map<Integer, String> vatCodes(PaymentId payment) {
        var codes = new HashMap<Integer, String>();
        Rows.of(db.sql("""
                select chosen.place, chosen.code
                  from counter_card,
                       unnest(vat_codes) with ordinality as chosen (code, place)
                 where card = :card
                   and chosen.code <> ''
                """).param("card", payment).query(Vat.class)).forEach(vat -> codes.put(vat.place(), vat.code()));
        return codes;
    }
}
