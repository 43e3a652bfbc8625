package localgov.ims.suspense;

import java.util.List;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.MovedOn;
import localgov.ims.ledger.JournalId;
import localgov.ims.platform.Rows;
import localgov.ims.receipts.Unplacing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What came into suspense and was placed does not go back with its file; what was not placed can be kept for that.
@Component
class SuspenseMovedOn implements MovedOn, Unplacing {
    private final JdbcClient db;

    SuspenseMovedOn(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Line> of(ImportId id, int most) {
        return Rows.of(db.sql("""
                select unplaced.line as place, case when item.settled > 0 then 'MATCHED' else 'PLACED' end as how
                  from ledger_journals journal
                  join receipts_unplaced unplaced on unplaced.journal = journal.id
                  join suspense_item item on item.id = unplaced.id
                   and (item.allocated > 0 or item.settled > 0)
                 where journal.source_kind = 'import'
                   and journal.source_id = :id
                 order by unplaced.line
                 limit :most
                """)
                .param("id", id.value().toString())
                .param("most", most)
                .query(Line.class));
    }

    /// It is counted in the rows in which placing is counted: of two who are after the same item, one finds nothing
    /// left.
    @Override
    public boolean keepAll(JournalId receipt) {
        return db.sql("""
                with brought as (
                    select id, pence
                      from receipts_unplaced
                     where journal = :journal),
                kept as (
                    insert into suspense_item (id, pence, allocated, given_back)
                    select id, pence, 0, pence
                      from brought
                     order by id
                    on conflict (id) do update
                       set given_back = excluded.given_back
                     where suspense_item.allocated = 0
                       and suspense_item.given_back = 0
                       and suspense_item.settled = 0
                    returning id)
                select (select count(*) from brought) = (select count(*) from kept) as whole
                """).param("journal", receipt).query(Boolean.class).single();
    }
}
