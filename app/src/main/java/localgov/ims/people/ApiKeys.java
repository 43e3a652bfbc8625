package localgov.ims.people;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.Digest;
import localgov.ims.kernel.London;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys that programs carry. A key that is withdrawn stops opening at once here, and within two seconds on
/// other instances.
@Component
public class ApiKeys {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ApiKeyStore store;
    private final Vouching vouching;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final CouncilCache<Map<String, Usable>> byHash;

    ApiKeys(ApiKeyStore store, Vouching vouching, Audit audit, InstantSource clock, TransactionTemplate transactions) {
        this.store = store;
        this.vouching = vouching;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
        this.byHash = new CouncilCache<>(clock, MOMENT, this::usable);
    }

    /// A key as colleagues see it: everything but the key.
    ///
    /// @param active whether it opens anything, until its last day
    /// @param until its last day; nothing for no end
    public record Known(
            UUID id,
            String name,
            Held held,
            boolean active,
            @Nullable LocalDate until,
            String createdBy,
            Instant createdAt,
            @Nullable String approvedBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy) {}

    /// What became of making a key.
    public sealed interface Made {
        /// @param key shown once: only its hash is kept
        record Done(UUID id, String key) implements Made {
            @Override
            public String toString() {
                return "Done[%s]".formatted(id);
            }
        }

        /// Another key has that name.
        record Taken() implements Made {}
    }

    /// What became of agreeing to a key.
    public enum Agreed {
        DONE,
        /// It is not there, opens already, or was withdrawn.
        NOT_WAITING,
        /// Neither of the two has all that it would give.
        NOBODY_HAS_IT
    }

    private record Usable(ApiKey key, @Nullable LocalDate until) {}

    /// Whose key this is, if it opens anything.
    Optional<ApiKey> holderOf(String key) {
        var today = London.dayOf(clock.instant());
        return Optional.ofNullable(byHash.get().get(Digest.hex(key)))
                .filter(found -> found.until() == null || !today.isAfter(found.until()))
                .map(Usable::key);
    }

    /// The key of this name with what it gives now, if it opens anything.
    public Optional<ApiKey> inUse(String name) {
        var today = London.dayOf(clock.instant());
        return byHash.get().values().stream()
                .filter(found -> found.key().name().equals(name))
                .filter(found -> found.until() == null || !today.isAfter(found.until()))
                .map(Usable::key)
                .findFirst();
    }

    /// Every key, those that were withdrawn last.
    public List<Known> all() {
        return store.all().stream().map(ApiKeyStore.Row::known).toList();
    }

    public Optional<Known> find(UUID id) {
        return all().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /// How many keys that were not withdrawn are limited to a group of funds.
    public long withinGroup(String group) {
        return store.withinGroup(group);
    }

    /// Makes a key that opens nothing until a colleague agreed to it.
    public Made create(String name, Held held, @Nullable LocalDate until, Person by) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        var key = "ims_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var id = UuidCreator.getTimeOrderedEpoch();
        return transactions.execute(_ -> {
            if (!store.add(id, name, Digest.of(key), held, until, by, clock.instant(), false)) {
                return new Made.Taken();
            }
            audit.note(by.signature(), "people.key-made", "key:" + id, name + ": " + told(held));
            return new Made.Done(id, key);
        });
    }

    /// A colleague agrees: from now on the key opens.
    public Agreed approve(UUID id, TwoPeople two) {
        return transactions.execute(_ -> {
            var key = find(id);
            if (key.isEmpty()) {
                return Agreed.NOT_WAITING;
            }
            if (!vouching.haveAll(key.get().held(), two)) {
                return Agreed.NOBODY_HAS_IT;
            }
            if (!store.approve(id, two)) {
                return Agreed.NOT_WAITING;
            }
            audit.note(
                    two.approvedBy(),
                    "people.key-approved",
                    "key:" + id,
                    key.get().name());
            byHash.forget();
            return Agreed.DONE;
        });
    }

    /// Withdraws a key for good, whether it was in use or waited for a colleague.
    ///
    /// @return whether it was there and had not been withdrawn
    public boolean withdraw(UUID id, String by) {
        var withdrawn = transactions.execute(_ -> {
            var done = store.withdraw(id, by, clock.instant());
            if (done) {
                audit.note(by, "people.key-withdrawn", "key:" + id, "");
            }
            return done;
        });
        byHash.forget();
        return withdrawn;
    }

    /// Takes a key into use that the system itself knows; a name that is taken keeps the key it has.
    void add(String name, String key, Held held) {
        store.add(UuidCreator.getTimeOrderedEpoch(), name, Digest.of(key), held, null, null, clock.instant(), true);
        byHash.forget();
    }

    private static String told(Held held) {
        var permissions =
                held.permissions().stream().map(Permission::name).sorted().collect(Collectors.joining(" "));
        return held.limits().isNone()
                ? permissions
                : permissions + " within " + held.limits().told();
    }

    private Map<String, Usable> usable() {
        return store.all().stream()
                .filter(ApiKeyStore.Row::active)
                .collect(Collectors.toUnmodifiableMap(
                        row -> HexFormat.of().formatHex(row.keyHash()),
                        row -> new Usable(new ApiKey(row.id(), row.name(), row.opens()), row.untilDay())));
    }
}
