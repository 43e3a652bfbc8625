package localgov.ims.sandbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@DemoOnly
class GatewayStore {
    private final JdbcClient db;

    GatewayStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Gateway gateway, String apiKey) {
        db.sql("""
                insert into sandbox_gateway
                       (id, key_fingerprint, live, moto, moto_api, recurring, linked, disabled, zero_amount,
                        profile, webhook_url, webhook_secret)
                values (:id, :key_fingerprint, :live, :moto, :moto_api, :recurring, :linked, :disabled, :zero_amount,
                        :profile, :webhook_url, :webhook_secret)
                """)
                .param("id", gateway.id())
                .param("key_fingerprint", Ids.fingerprint(apiKey))
                .param("live", gateway.live())
                .param("moto", gateway.moto())
                .param("moto_api", gateway.motoApi())
                .param("recurring", gateway.recurring())
                .param("linked", gateway.linked())
                .param("disabled", gateway.disabled())
                .param("zero_amount", gateway.zeroAmount())
                .param("profile", gateway.profile())
                .param("webhook_url", gateway.webhookUrl())
                .param("webhook_secret", gateway.webhookSecret())
                .update();
    }

    Optional<Gateway> withKey(String apiKey) {
        return db.sql("""
                select id, live, moto, moto_api, recurring, linked, disabled, zero_amount, profile, webhook_url, webhook_secret
                  from sandbox_gateway
                 where key_fingerprint = :key_fingerprint
                """)
                .param("key_fingerprint", Ids.fingerprint(apiKey))
                .query(Gateway.class)
                .optional();
    }

    Optional<Gateway> find(String id) {
        return db.sql("""
                select id, live, moto, moto_api, recurring, linked, disabled, zero_amount, profile, webhook_url, webhook_secret
                  from sandbox_gateway
                 where id = :id
                """).param("id", id).query(Gateway.class).optional();
    }

    Gateway get(String id) {
        return find(id).orElseThrow();
    }

    boolean subscribe(String id, @Nullable String webhookUrl) {
        return db.sql("""
                update sandbox_gateway
                   set webhook_url = :webhook_url
                 where id = :id
                """).param("id", id).param("webhook_url", webhookUrl).update() == 1;
    }

    boolean change(String id, boolean disabled, boolean linked, boolean recurring) {
        return db.sql("""
                update sandbox_gateway
                   set disabled = :disabled,
                       linked = :linked,
                       recurring = :recurring
                 where id = :id
                """)
                        .param("id", id)
                        .param("disabled", disabled)
                        .param("linked", linked)
                        .param("recurring", recurring)
                        .update()
                == 1;
    }
}
