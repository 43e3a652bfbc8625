package localgov.ims.imports;

import java.util.List;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of rows that a description leaves out.
@Repository
class LeftOutStore {
    private final JdbcClient db;

    LeftOutStore(JdbcClient db) {
        this.db = db;
    }

    /// Whatever an earlier reading of the file left out is forgotten.
    void keep(ImportId id, List<LeftOut> leftOut) {
        db.sql("""
                delete from imports_left_out
                 where import = :id
                """).param("id", id).update();
        db.sql("""
                insert into imports_left_out (import, number, reason, rows)
                select :id, number, reason, rows
                  from unnest(cast(:reasons as text[]), cast(:rows as bigint[])) with ordinality found (reason, rows, number)
                """)
                .param("id", id)
                .param(
                        "reasons",
                        leftOut.stream().map(one -> KeptText.of(one.reason())).toArray(String[]::new))
                .param("rows", leftOut.stream().map(LeftOut::rows).toArray(Long[]::new))
                .update();
    }

    /// In the order in which the file has them.
    List<LeftOut> of(ImportId id) {
        return Rows.of(db.sql("""
                select reason, rows
                  from imports_left_out
                 where import = :id
                 order by number
                """).param("id", id).query(LeftOut.class));
    }
}
