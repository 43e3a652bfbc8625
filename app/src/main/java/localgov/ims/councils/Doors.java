package localgov.ims.councils;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Database roles. The application signs in as `ims_door`, which may become a council's role and can do
/// nothing as itself but read the shared tables it is granted. A council's role owns nothing:
/// migrations grant it what it needs.
final class Doors {
    static final String LOGIN = "ims_door";

    private Doors() {}

    /// The same for every instance on one database without being kept anywhere: derived from the owner's password.
    static String password(String ownerPassword) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("door:" + ownerPassword).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(LOGIN.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void login(JdbcClient db, String password) {
        unlessThere(db, "create role %s noinherit nosuperuser nocreatedb nocreaterole".formatted(LOGIN));
        db.sql("alter role %s login password '%s'".formatted(LOGIN, password)).update();
    }

    static void council(JdbcClient db, CouncilId id) {
        unlessThere(db, "create role %s nologin nosuperuser nocreatedb nocreaterole".formatted(id.schema()));
        db.sql("grant %s to %s".formatted(id.schema(), LOGIN)).update();
        unlessThere(db, "create schema %s".formatted(id.schema()));
        db.sql("grant usage on schema %1$s to %1$s".formatted(id.schema())).update();
    }

    /// Two instances may start at once; the one that comes second finds it there.
    private static void unlessThere(JdbcClient db, String creation) {
        db.sql("""
                do $$ begin
                  %s;
                exception when duplicate_object or duplicate_schema or unique_violation then null;
                end $$
                """.formatted(creation)).update();
    }
}
