package localgov.ims.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import localgov.ims.TestCouncil;
import localgov.ims.audit.AuditFixture;
import localgov.ims.platform.TypedJdbc;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.transaction.support.TransactionTemplate;

/// The people of a test's own council, with passwords nobody uses.
public final class PeopleFixture {
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);

    private PeopleFixture() {}

    public static People on(TestCouncil council) {
        return on(council.dataSource, council.clock());
    }

    public static People on(DataSource dataSource, InstantSource clock) {
        var db = TypedJdbc.client(dataSource);
        var store = new PersonStore(db, clock);
        return new People(
                store,
                new GrantStore(db),
                new RoleStore(db),
                new Vouching(store, db, clock),
                new SessionStore(db),
                PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                AuditFixture.on(db, clock),
                clock,
                new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }

    /// Somebody new with this role, by its code.
    public static Person add(TestCouncil council, String name, String role) {
        return council.within(() -> {
            var people = on(council);
            var email = name.toLowerCase(Locale.ROOT) + "@demo.example";
            if (people.addHashed(email, name, "{noop}nobody", "system") instanceof People.Added.Now(var person)) {
                give(council, person.id(), role);
            }
            return people.find(email).orElseThrow();
        });
    }

    /// Two colleagues who decided something, by e-mail address.
    public static TwoPeople two(People people, String askedBy, String approvedBy) {
        return new TwoPeople(signed(people, askedBy), signed(people, approvedBy), null);
    }

    public static TwoPeople.Signed signed(People people, String email) {
        return new TwoPeople.Signed(people.find(email).orElseThrow().id(), email);
    }

    /// Takes all roles from somebody and gives them this one.
    public static void change(TestCouncil council, Person person, String role) {
        council.within(() -> {
            new GrantStore(council.db)
                    .endAll(person.id(), "system", council.clock().instant());
            give(council, person.id(), role);
        });
    }

    private static void give(TestCouncil council, PersonId person, String role) {
        Instant now = council.clock().instant();
        new GrantStore(council.db).add(person, role, Limits.NONE, LONG_AGO, null, null, now);
    }

    /// Cuts somebody off, with the roles they had.
    public static void leaves(TestCouncil council, Person person) {
        council.within(() -> {
            new PersonStore(council.db, council.clock()).activate(person.id(), false);
        });
    }

    /// The same person as another session of theirs might show them: by the same id, called otherwise and permitted
    /// everything.
    public static Person calledOtherwise(Person person, String email) {
        var everything = new Held(Set.of(Permission.values()), Limits.NONE);
        return new Person(person.id(), email, "Somebody else", List.of(everything));
    }

    public static ApiKey program(String name, Permission... permissions) {
        return new ApiKey(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name, Set.of(permissions));
    }
}
