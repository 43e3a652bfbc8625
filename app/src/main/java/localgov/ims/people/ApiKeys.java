package localgov.ims.people;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import localgov.ims.councils.CouncilCache;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The keys that programs carry. A key that is withdrawn stops opening at once here, and within two seconds on other
/// instances.
@Component
public class ApiKeys {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final JdbcClient db;
    private final CouncilCache<Map<String, ApiKey>> byHash;

    ApiKeys(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.byHash = new CouncilCache<>(clock, MOMENT, this::read);
    }

    /// Whose key this is, if it opens anything.
    Optional<ApiKey> holderOf(String key) {
        return Optional.ofNullable(byHash.get().get(Digest.hex(key)));
    }

    /// Takes a key into use; a name that is taken keeps the key it has.
    public void add(String name, String key, Set<Permission> permissions) {
        db.sql("""
                insert into people_api_key (id, name, key_hash, permissions)
                values (:id, :name, :hash, string_to_array(:permissions, ','))
                on conflict do nothing
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("name", name)
                .param("hash", Digest.of(key))
                .param(
                        "permissions",
                        permissions.stream().map(Permission::name).sorted().collect(Collectors.joining(",")))
                .update();
        byHash.forget();
    }

    /// Withdraws a key for good.
    public void withdraw(String name) {
        db.sql("""
                update people_api_key
                   set active = false
                 where name = :name
                """).param("name", name).update();
        byHash.forget();
    }

    private record Row(UUID id, String name, byte[] keyHash, String permissions) {
        ApiKey key() {
            var granted = Arrays.stream(permissions.split(","))
                    .filter(word -> !word.isEmpty())
                    .map(Permission::valueOf)
                    .collect(Collectors.toUnmodifiableSet());
            return new ApiKey(id, name, granted);
        }
    }

    private Map<String, ApiKey> read() {
        return db.sql("""
                select id, name, key_hash, array_to_string(permissions, ',') as permissions
                  from people_api_key
                 where active
                """).query(Row.class).list().stream()
                .collect(Collectors.toUnmodifiableMap(row -> HexFormat.of().formatHex(row.keyHash()), Row::key));
    }
}
