package localgov.ims.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.kernel.Digest;
import localgov.ims.platform.ImsSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// The people and the key that everybody knows, for trying the system out. They exist in a demonstration only.
@Component
public class DemoPeople {
    public static final String PASSWORD = "demo-demo-demo";
    public static final String KEY = "demo-api-key";
    private static final String KEY_NAME = "demo";

    private record Known(String email, String name, String role) {}

    private static final List<Known> ALL = List.of(
            new Known("admin@demo.example", "Ada Admin", Role.SYSTEMS_ADMINISTRATOR),
            new Known("finance@demo.example", "Ann Finance", Role.INCOME_OFFICER),
            new Known("approver@demo.example", "Ben Approver", Role.INCOME_MANAGER),
            new Known("cashier@demo.example", "Cal Cashier", Role.CASHIER),
            new Known("service@demo.example", "Sam Service", Role.SERVICE_COLLEAGUE),
            new Known("auditor@demo.example", "Ola Auditor", Role.AUDITOR));

    private final People people;
    private final Grants grants;
    private final ApiKeys keys;
    private final PasswordEncoder passwords;
    private final JdbcClient db;
    private final ImsSettings settings;
    private volatile @Nullable String hash;

    DemoPeople(
            People people,
            Grants grants,
            ApiKeys keys,
            PasswordEncoder passwords,
            JdbcClient db,
            ImsSettings settings) {
        this.people = people;
        this.grants = grants;
        this.keys = keys;
        this.passwords = passwords;
        this.db = db;
        this.settings = settings;
    }

    /// Makes them for the current council; those who are there already stay as they are.
    public void load() {
        if (!settings.demo()) {
            throw new IllegalStateException("Demonstration people are for a demonstration: set ims.demo to true");
        }
        for (var known : ALL) {
            if (people.find(known.email()).isEmpty()) {
                var added = people.addHashed(known.email(), known.name(), passwordHash(), Grants.SYSTEM);
                if (added instanceof People.Added.Now(var person)) {
                    grants.bySystem(person.id(), known.role());
                }
            }
        }
        keys.add(KEY_NAME, KEY, new Held(permissions(), Limits.NONE));
    }

    /// Everything but what decides who may do what.
    private static Set<Permission> permissions() {
        return Stream.of(Permission.values())
                .filter(permission -> permission.area() != Permission.Area.PEOPLE)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether anybody could get into the current council with what everybody knows.
    boolean areThere() {
        return db.sql("""
                select exists (select from people_person where active and email = any(string_to_array(:emails, ',')))
                    or exists (select from people_api_key where active and key_hash = :hash)
                """)
                .param("emails", String.join(",", ALL.stream().map(Known::email).toList()))
                .param("hash", Digest.of(KEY))
                .query(Boolean.class)
                .single();
    }

    /// One hash for all of them, because making it is slow on purpose.
    private String passwordHash() {
        var made = hash;
        if (made == null) {
            made = passwords.encode(PASSWORD);
            hash = made;
        }
        return made;
    }
}
