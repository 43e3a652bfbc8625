package localgov.ims.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Standing agreements to take payments from a card: created, active once a first payment set them up, cancelled.
@Component
@DemoOnly
class Agreements {
    record Agreement(
            String id,
            String gateway,
            String reference,
            String description,
            @Nullable String userIdentifier,
            String status,
            @Nullable String card,
            Instant createdAt,
            @Nullable Instant cancelledAt) {
        Map<String, @Nullable Object> json() {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("agreement_id", id);
            json.put("reference", reference);
            json.put("description", description);
            json.put("status", status);
            json.put("created_date", Callbacks.MILLIS.format(createdAt));
            PaymentJson.putIfThere(json, "user_identifier", userIdentifier);
            if (cancelledAt != null) {
                json.put("cancelled_date", Callbacks.MILLIS.format(cancelledAt));
            }
            if (card != null) {
                json.put("payment_instrument", Map.of("type", "card", "card_details", Json.stored(card)));
            }
            return json;
        }
    }

    private final JdbcClient db;

    Agreements(JdbcClient db) {
        this.db = db;
    }

    String create(Gateway gateway, String reference, String description, @Nullable String userIdentifier, Instant now) {
        var id = Ids.next();
        db.sql("""
                insert into sandbox_agreement (id, gateway, reference, description, user_identifier, status, created_at)
                values (:id, :gateway, :reference, :description, :user_identifier, 'created', :now)
                """)
                .param("id", id)
                .param("gateway", gateway.id())
                .param("reference", reference)
                .param("description", description)
                .param("user_identifier", userIdentifier)
                .param("now", now)
                .update();
        return id;
    }

    Optional<Agreement> find(Gateway gateway, String id) {
        return db.sql("""
                select id, gateway, reference, description, user_identifier, status, card::text as card, created_at, cancelled_at
                  from sandbox_agreement
                 where id = :id
                   and gateway = :gateway
                """)
                .param("id", id)
                .param("gateway", gateway.id())
                .query(Agreement.class)
                .optional();
    }

    List<Agreement> search(Gateway gateway, @Nullable String reference, @Nullable String status) {
        return Rows.of(db.sql("""
                select id, gateway, reference, description, user_identifier, status, card::text as card, created_at, cancelled_at
                  from sandbox_agreement
                 where gateway = :gateway
                   and (:reference::text is null or lower(reference) = lower(:reference))
                   and (:status::text is null or status = :status)
                 order by created_at desc, id desc
                """)
                .param("gateway", gateway.id())
                .param("reference", reference)
                .param("status", status)
                .query(Agreement.class));
    }

    /// Only an active one can be cancelled.
    boolean cancel(String id, Instant now) {
        return db.sql("""
                update sandbox_agreement
                   set status = 'cancelled',
                       cancelled_at = :now
                 where id = :id
                   and status = 'active'
                """).param("id", id).param("now", now).update() == 1;
    }

    /// The first payment succeeded with this card.
    void activate(@Nullable String id, @Nullable String card) {
        if (id != null) {
            db.sql("""
                    update sandbox_agreement
                       set status = 'active',
                           card = :card::jsonb
                     where id = :id
                       and status = 'created'
                    """).param("id", id).param("card", card).update();
        }
    }

    Optional<String> card(@Nullable String id) {
        return db.sql("""
                select card::text
                  from sandbox_agreement
                 where id = :id
                   and card is not null
                """).param("id", id).query(String.class).optional();
    }

    /// One published test card pays the first time and is refused from then on.
    static boolean declinesLater(String card) {
        var shown = Json.stored(card);
        return "510510".equals(Json.string(shown, "first_digits_card_number"))
                && "5100".equals(Json.string(shown, "last_digits_card_number"));
    }
}
