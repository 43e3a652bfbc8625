package localgov.ims.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A statement with its values that is ready and has not been sent. Several that belong together reach the database in
/// one message ([#and]), which is worth more than what most of them cost. None tells a count: what must be new is
/// inserted plainly, and the database's refusal of one is the refusal of all.
public final class Unsent {
    private final String sql;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Unsent(String sql) {
        this.sql = sql;
    }

    /// @param sql with named parameters, whose names nobody else uses in what is sent with it
    public static Unsent sql(String sql) {
        return new Unsent(sql);
    }

    public Unsent with(String name, @Nullable Object value) {
        if (values.containsKey(name)) {
            throw new IllegalArgumentException("Two statements that are sent together have a value called " + name);
        }
        values.put(name, value);
        return this;
    }

    public Unsent with(Map<String, ? extends @Nullable Object> more) {
        more.forEach(this::with);
        return this;
    }

    /// This one and then another.
    public Unsent and(Unsent next) {
        return new Unsent(sql + ";\n" + next.sql).with(values).with(next.values);
    }

    /// Has all of it done and ends the current database transaction in the same message: what is to be part of it too
    /// must have been written before.
    ///
    /// @throws org.springframework.dao.DataAccessException when one was refused; then none was done, nor anything
    ///     before them in the transaction
    public void sendAndCommit(JdbcClient db) {
        db.sql(sql + ";\ncommit").params(values).update();
    }
}
