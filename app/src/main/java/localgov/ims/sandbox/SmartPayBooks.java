package localgov.ims.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import localgov.ims.platform.Rows;
import localgov.ims.providers.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the simulated SmartPay Fuse keeps.
@Repository
@DemoOnly
class SmartPayBooks {
    /// @param decided the payer's decision, once there is one
    record Order(
            String token,
            String merchant,
            String fields,
            @Nullable String decided,
            Instant createdAt) {
        Map<String, String> asked() {
            var all = new TreeMap<String, String>();
            Json.stored(fields)
                    .properties()
                    .forEach(field -> all.put(field.getKey(), field.getValue().asString("")));
            return all;
        }

        String asked(String name) {
            return asked().getOrDefault(name, "");
        }
    }

    /// A payment or a refund.
    record Booked(
            String number,
            String reference,
            String kind,
            long pence,
            String reason,
            boolean transmitted,
            Instant submittedAt) {}

    private final JdbcClient db;

    SmartPayBooks(JdbcClient db) {
        this.db = db;
    }

    SmartPayMerchant open() {
        var merchant = new SmartPayMerchant(
                "aldermere_" + Ids.next().substring(0, 10),
                Ids.next(),
                new Secret(Base64.getEncoder().encodeToString(Ids.token().getBytes(StandardCharsets.UTF_8))),
                Ids.next().toUpperCase(java.util.Locale.ROOT),
                Ids.token(),
                new Secret(Ids.token() + Ids.token()));
        db.sql("""
                insert into sandbox_smartpay_merchant (number, key_number, shared_secret, profile, access_key, secret)
                values (:number, :key_number, :shared_secret, :profile, :access_key, :secret)
                """)
                .param("number", merchant.number())
                .param("key_number", merchant.keyNumber())
                .param("shared_secret", merchant.sharedSecret())
                .param("profile", merchant.profile())
                .param("access_key", merchant.accessKey())
                .param("secret", merchant.secret())
                .update();
        return merchant;
    }

    /// By what it says of itself in a form.
    Optional<SmartPayMerchant> withAccessKey(String accessKey) {
        return db.sql("""
                select number, key_number, shared_secret, profile, access_key, secret
                  from sandbox_smartpay_merchant
                 where access_key = :access_key
                """)
                .param("access_key", accessKey)
                .query(SmartPayMerchant.class)
                .optional();
    }

    Optional<SmartPayMerchant> find(String number) {
        return db.sql("""
                select number, key_number, shared_secret, profile, access_key, secret
                  from sandbox_smartpay_merchant
                 where number = :number
                """).param("number", number).query(SmartPayMerchant.class).optional();
    }

    /// The page is open for whoever has the token.
    String enter(SmartPayMerchant merchant, Map<String, String> fields, Instant now) {
        var token = Ids.token();
        db.sql("""
                insert into sandbox_smartpay_order (token, merchant, transaction, fields, created_at)
                values (:token, :merchant, :transaction, :fields::jsonb, :now)
                """)
                .param("token", token)
                .param("merchant", merchant.number())
                .param("transaction", fields.getOrDefault("transaction_uuid", ""))
                .param("fields", Json.text(fields))
                .param("now", now)
                .update();
        return token;
    }

    Optional<Order> order(String token) {
        return db.sql("""
                select token, merchant, fields::text as fields, decided, created_at
                  from sandbox_smartpay_order
                 where token = :token
                """).param("token", token).query(Order.class).optional();
    }

    /// The latest page that a form with this number opened.
    Optional<Order> orderOf(String transaction) {
        return db.sql("""
                select token, merchant, fields::text as fields, decided, created_at
                  from sandbox_smartpay_order
                 where transaction = :transaction
                 order by created_at desc
                 limit 1
                """).param("transaction", transaction).query(Order.class).optional();
    }

    /// Whether the same form was paid lately on another page: then the provider takes it for a double click.
    boolean paidLately(String transaction, Instant since) {
        return db.sql("""
                select exists (select
                                 from sandbox_smartpay_order
                                where transaction = :transaction
                                  and decided = 'ACCEPT'
                                  and created_at > :since)
                """)
                .param("transaction", transaction)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    /// False when it had been decided before.
    boolean decide(Order order, String decision) {
        return db.sql("""
                update sandbox_smartpay_order
                   set decided = :decision
                 where token = :token
                   and decided is null
                """)
                        .param("token", order.token())
                        .param("decision", decision)
                        .update()
                == 1;
    }

    String book(String merchant, String reference, long pence, String reason, Instant now) {
        var number = number(now);
        db.sql("""
                insert into sandbox_smartpay_entry (number, merchant, reference, kind, pence, reason, transmitted, submitted_at)
                values (:number, :merchant, :reference, 'sale', :pence, :reason, :transmitted, :now)
                """)
                .param("number", number)
                .param("merchant", merchant)
                .param("reference", reference)
                .param("pence", pence)
                .param("reason", reason)
                .param("transmitted", reason.equals("100"))
                .param("now", now)
                .update();
        return number;
    }

    /// Gives some of a payment back, if there is so much left of it; the refund's number.
    Optional<String> giveBack(
            SmartPayMerchant merchant, String sale, long pence, String reason, boolean transmitted, Instant now) {
        return db.sql("""
                insert into sandbox_smartpay_entry
                       (number, merchant, reference, kind, pence, reason, transmitted, back_of, submitted_at)
                select :number, sale.merchant, sale.reference, 'credit', :pence::bigint, :reason, :transmitted, sale.number, :now
                  from sandbox_smartpay_entry sale
                 where sale.number = :sale
                   and sale.merchant = :merchant
                   and sale.kind = 'sale'
                   and sale.reason = '100'
                   and sale.pence >= :pence::bigint + (select coalesce(sum(back.pence), 0)
                                                 from sandbox_smartpay_entry back
                                                where back.back_of = sale.number
                                                  and back.reason = '100')
                returning number
                """)
                .param("number", number(now))
                .param("merchant", merchant.number())
                .param("sale", sale)
                .param("pence", pence)
                .param("reason", reason)
                .param("transmitted", transmitted)
                .param("now", now)
                .query(String.class)
                .optional();
    }

    List<Booked> under(SmartPayMerchant merchant, String reference, Instant until) {
        return Rows.of(db.sql("""
                select number, reference, kind, pence, reason, transmitted, submitted_at
                  from sandbox_smartpay_entry
                 where merchant = :merchant
                   and reference = :reference
                   and submitted_at <= :until
                 order by submitted_at desc, number
                """)
                .param("merchant", merchant.number())
                .param("reference", reference)
                .param("until", until)
                .query(Booked.class));
    }

    /// Twenty-two digits, as the real ones have.
    private static String number(Instant now) {
        var random = Math.floorMod(java.util.UUID.randomUUID().getMostSignificantBits(), 1_000_000_000L);
        return "%d%09d".formatted(now.toEpochMilli(), random);
    }
}
