package localgov.ims.sandbox;

import java.util.List;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
@DemoOnly
class PaySearchStore {
    private final JdbcClient db;

    PaySearchStore(JdbcClient db) {
        this.db = db;
    }

    long countPayments(Gateway gateway, SearchFilter filter) {
        return filled(gateway, filter, db.sql("""
                select count(*)
                  from sandbox_payment
                 where gateway = :gateway
                   and (:reference::text is null or lower(reference) = lower(:reference))
                   and (:email::text is null or strpos(lower(email), lower(:email)) > 0)
                   and (:states::text is null or state = any (string_to_array(:states, ',')))
                   and (:card_brand::text is null or lower(card ->> 'card_brand') = lower(:card_brand))
                   and (:cardholder::text is null or strpos(lower(card ->> 'cardholder_name'), lower(:cardholder)) > 0)
                   and (:first_digits::text is null or card ->> 'first_digits_card_number' = :first_digits)
                   and (:last_digits::text is null or card ->> 'last_digits_card_number' = :last_digits)
                   and (:agreement::text is null or coalesce(agreement, set_up_agreement) = :agreement)
                   and (:from::timestamptz is null or created_at > :from)
                   and (:to::timestamptz is null or created_at < :to)
                   and (:settled_from::date is null or settled_on >= :settled_from)
                   and (:settled_to::date is null or settled_on <= :settled_to)
                """)).query(Long.class).single();
    }

    /// Newest first, by offset: as the real search, whose rows shift while new payments arrive.
    List<SimulatedPayment> payments(Gateway gateway, SearchFilter filter, int size, int offset) {
        return Rows.of(filled(gateway, filter, db.sql("""
                select id, gateway, amount, surcharge, refunded, fee, reference, description, return_url, email, language,
                       delayed_capture, moto, mode, metadata::text as metadata, card::text as card, set_up_agreement, agreement,
                       agreement_payment_type, provider_id, can_retry, state, created_at, changed_at, capture_submitted_at,
                       captured_at, settled_on
                  from sandbox_payment
                 where gateway = :gateway
                   and (:reference::text is null or lower(reference) = lower(:reference))
                   and (:email::text is null or strpos(lower(email), lower(:email)) > 0)
                   and (:states::text is null or state = any (string_to_array(:states, ',')))
                   and (:card_brand::text is null or lower(card ->> 'card_brand') = lower(:card_brand))
                   and (:cardholder::text is null or strpos(lower(card ->> 'cardholder_name'), lower(:cardholder)) > 0)
                   and (:first_digits::text is null or card ->> 'first_digits_card_number' = :first_digits)
                   and (:last_digits::text is null or card ->> 'last_digits_card_number' = :last_digits)
                   and (:agreement::text is null or coalesce(agreement, set_up_agreement) = :agreement)
                   and (:from::timestamptz is null or created_at > :from)
                   and (:to::timestamptz is null or created_at < :to)
                   and (:settled_from::date is null or settled_on >= :settled_from)
                   and (:settled_to::date is null or settled_on <= :settled_to)
                 order by created_at desc, id desc
                 limit :size offset :offset
                """))
                .param("size", size)
                .param("offset", offset)
                .query(SimulatedPayment.class));
    }

    private static StatementSpec filled(Gateway gateway, SearchFilter filter, StatementSpec statement) {
        return statement
                .param("gateway", gateway.id())
                .param("reference", filter.reference())
                .param("email", filter.email())
                .param("states", filter.states())
                .param("card_brand", filter.cardBrand())
                .param("cardholder", filter.cardholder())
                .param("first_digits", filter.firstDigits())
                .param("last_digits", filter.lastDigits())
                .param("agreement", filter.agreement())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("settled_from", filter.settledFrom())
                .param("settled_to", filter.settledTo());
    }

    long countRefunds(Gateway gateway, SearchFilter filter) {
        return timed(gateway, filter, db.sql("""
                select count(*)
                  from sandbox_refund
                 where gateway = :gateway
                   and (:from::timestamptz is null or created_at > :from)
                   and (:to::timestamptz is null or created_at < :to)
                   and (:settled_from::date is null or settled_on >= :settled_from)
                   and (:settled_to::date is null or settled_on <= :settled_to)
                """)).query(Long.class).single();
    }

    List<SimulatedRefunds.Refund> refunds(Gateway gateway, SearchFilter filter, int size, int offset) {
        return Rows.of(timed(gateway, filter, db.sql("""
                select id, payment, amount, status, created_at, settled_on
                  from sandbox_refund
                 where gateway = :gateway
                   and (:from::timestamptz is null or created_at > :from)
                   and (:to::timestamptz is null or created_at < :to)
                   and (:settled_from::date is null or settled_on >= :settled_from)
                   and (:settled_to::date is null or settled_on <= :settled_to)
                 order by created_at desc, id desc
                 limit :size offset :offset
                """))
                .param("size", size)
                .param("offset", offset)
                .query(SimulatedRefunds.Refund.class));
    }

    private static StatementSpec timed(Gateway gateway, SearchFilter filter, StatementSpec statement) {
        return statement
                .param("gateway", gateway.id())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("settled_from", filter.settledFrom())
                .param("settled_to", filter.settledTo());
    }
}
