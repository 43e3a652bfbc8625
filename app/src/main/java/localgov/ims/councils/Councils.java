package localgov.ims.councils;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import localgov.ims.platform.TypedJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The register of councils, and how a new one gets its schema and role. Works as the owner of the database.
public final class Councils {
    private final DataSource owner;
    private final JdbcClient db;

    public Councils(DataSource owner) {
        this.owner = owner;
        this.db = TypedJdbc.client(owner);
    }

    public record Council(CouncilId id, String name, boolean demo, Optional<String> host) {}

    record Row(
            CouncilId id,
            String name,
            boolean demo,
            @org.jspecify.annotations.Nullable String host) {
        Council council() {
            return new Council(id, name, demo, Optional.ofNullable(host));
        }
    }

    public List<Council> all() {
        return db.sql("""
                select id, name, demo, host
                  from platform.council
                 order by id
                """).query(Row.class).list().stream().map(Row::council).toList();
    }

    /// Runs the same work within each council in turn.
    public void each(Consumer<CouncilId> work) {
        all().forEach(council -> CurrentCouncil.within(council.id(), () -> work.accept(council.id())));
    }

    /// Registers a council and gives it an up-to-date schema and its own role; doing it again changes nothing but
    /// the name.
    public void open(CouncilId id, String name, boolean demo) {
        prepare(id);
        db.sql("""
                insert into platform.council (id, name, demo)
                values (:id, :name, :demo)
                on conflict (id) do update set name = excluded.name
                """).param("id", id).param("name", name).param("demo", demo).update();
    }

    /// Brings every registered council's schema up to date with this version.
    public void migrate() {
        all().forEach(council -> prepare(council.id()));
    }

    private void prepare(CouncilId id) {
        Doors.council(db, id);
        Migrations.council(owner, id);
    }
}
