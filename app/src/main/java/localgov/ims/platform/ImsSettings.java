package localgov.ims.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator sets, by environment or properties under `ims`.
///
/// @param data where the embedded database, published seals and received files live
/// @param databaseUrl the owner's JDBC address of a PostgreSQL 15 or later; empty for the embedded one
/// @param databaseUser the owner, who may create roles and schemas
/// @param databasePassword the owner's password
/// @param demo whether demonstration people, keys and simulated providers exist; binds the server to loopback
@ConfigurationProperties("ims")
public record ImsSettings(
        @DefaultValue("./data") Path data,
        @DefaultValue("") String databaseUrl,
        @DefaultValue("") String databaseUser,
        @DefaultValue("") String databasePassword,
        @DefaultValue("false") boolean demo) {

    public boolean embedded() {
        return databaseUrl.isBlank();
    }

    /// The password stays out of logs.
    @Override
    public String toString() {
        return "ImsSettings[data=%s, embedded=%s, demo=%s]".formatted(data, embedded(), demo);
    }
}
