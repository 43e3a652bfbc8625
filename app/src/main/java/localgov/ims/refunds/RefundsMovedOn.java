package localgov.ims.refunds;

import java.util.List;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.MovedOn;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lines of a file whose money was given back, claimed or returned, or is kept for that.
@Component
class RefundsMovedOn implements MovedOn {
    private final JdbcClient db;

    RefundsMovedOn(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Line> of(ImportId id, int most) {
        return Rows.of(db.sql("""
                select counted.line as place,
                       case when counted.claimed > 0 then 'CLAIMED'
                            when counted.taken_back then 'RETURNED'
                            else 'GIVEN_BACK' end as how
                  from ledger_journals journal
                  join refunds_receipt counted on counted.journal = journal.id
                   and counted.reserved > 0
                 where journal.source_kind = 'import'
                   and journal.source_id = :id
                 order by counted.line
                 limit :most
                """)
                .param("id", id.value().toString())
                .param("most", most)
                .query(Line.class));
    }
}
