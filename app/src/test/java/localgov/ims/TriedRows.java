package localgov.ims;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import localgov.ims.platform.TypedJdbc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks a council's database what it says to rows that nothing in the application would write, and writes none of them.
public final class TriedRows implements AutoCloseable {
    /// The schema, and the role in which the application works.
    public static final String SCHEMA = "council_aldermere";

    private static final String A = "00000000-0000-0000-0000-00000000000a";
    private static final String B = "00000000-0000-0000-0000-00000000000b";
    private static final Map<String, String> IDS = Map.of("ONE", A, "TWO", B, "ANN", A, "BEN", B);

    private final TestCouncil council = TestCouncil.fresh();
    private final HikariDataSource pool = council.ownerPool();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    public final JdbcClient owner = TypedJdbc.client(pool);

    /// What a constraint, or a rule of the one that has many, says to a row, as it stands in the
    /// database now. As there, what is not known is not refused.
    public boolean takes(String table, String constraint, String row) {
        var says = owner.sql("""
                select pg_get_expr(conbin, conrelid)
                  from pg_constraint
                 where conname = :constraint
                   and conrelid = cast(:table as regclass)
                """)
                .param("constraint", constraint)
                .param("table", SCHEMA + "." + table)
                .query(String.class)
                .optional()
                .orElseGet(() -> rule(table, constraint));
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            owner.sql("set local search_path to " + SCHEMA).update();
            return owner.sql("select coalesce(%s, true) from jsonb_populate_record(null::%s, cast(:row as jsonb)) as %s"
                            .formatted(says, table, table))
                    .param("row", whole(row))
                    .query(Boolean.class)
                    .single();
        }));
    }

    /// A payment's rules are in one function, which names those that a row breaks.
    private static String rule(String table, String name) {
        if (!table.equals("payments_payment")) {
            throw new IllegalArgumentException("%s has no constraint %s".formatted(table, name));
        }
        return "'%s' <> all (string_to_array(payments_broken(%s), ', '))".formatted(name, table);
    }

    /// Tries two rows with an index, as it stands in the database now, and with nothing else.
    public boolean isThereBesides(String table, String index, String first, String second) {
        var made = owner.sql("""
                select pg_get_indexdef(indexrelid)
                  from pg_index
                 where indexrelid = cast(:index as regclass)
                   and indrelid = cast(:table as regclass)
                   and indisvalid
                """)
                .param("index", SCHEMA + "." + index)
                .param("table", SCHEMA + "." + table)
                .query(String.class)
                .single();
        return Boolean.TRUE.equals(transactions.execute(status -> {
            status.setRollbackOnly();
            owner.sql("set local search_path to " + SCHEMA).update();
            owner.sql("create temporary table tried as select * from %s with no data".formatted(table))
                    .update();
            owner.sql(made.replaceFirst(" ON (ONLY )?%s\\.%s ".formatted(SCHEMA, table), " ON pg_temp.tried "))
                    .update();
            put(first);
            try {
                put(second);
                return true;
            } catch (DuplicateKeyException there) {
                return false;
            }
        }));
    }

    private void put(String row) {
        owner.sql("""
                insert into pg_temp.tried
                select tried.* from jsonb_populate_record(null::pg_temp.tried, cast(:row as jsonb)) tried
                """).param("row", whole(row)).update();
    }

    private static String whole(String row) {
        var text = row;
        for (var id : IDS.entrySet()) {
            text = text.replace('"' + id.getKey() + '"', '"' + id.getValue() + '"');
        }
        return text;
    }

    @Override
    public void close() {
        pool.close();
        council.close();
    }
}
