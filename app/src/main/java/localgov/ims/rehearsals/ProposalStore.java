package localgov.ims.rehearsals;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds what people always place alike.
@Repository
class ProposalStore {
    private static final int MOST = 50;

    private final JdbcClient db;

    ProposalStore(JdbcClient db) {
        this.db = db;
    }

    /// Payers, by their bank account or else their name, of whom people placed at least `fewest` lines out of
    /// suspense into one and the same account, with all that is known of where their money belongs.
    ///
    /// @param until the last day that is looked at
    List<Proposal> between(LocalDate day, LocalDate until, int fewest) {
        return Rows.of(db.sql("""
                with placed as (
                  select item.source_id, item.line, min(part.fund) as fund, min(part.account_number) as account
                    from suspense_items item
                    join suspense_allocations allocation on allocation.item = item.id
                    join suspense_allocation_lines part on part.allocation = allocation.id
                   where item.source_kind = 'import'
                     and item.happened_on between :day and :until
                   group by item.source_id, item.line
                  having count(distinct (part.fund, part.account_number)) = 1),
                known as (
                  select coalesce(placed.fund, line.fund) as fund, coalesce(placed.account, line.account_number) as account,
                         placed.fund is not null as by_people,
                         case when line.payer_account <> '' then 'payer-account' else 'payer' end as by,
                         case when line.payer_account <> '' then line.payer_account
                              else upper(regexp_replace(btrim(line.payer), '\\s+', ' ', 'g')) end as value
                    from imports_lines line
                    join imports_files_and_sources file on file.id = line.import
                    left join placed on placed.source_id = line.import::text and placed.line = line.place
                   where line.booked_on between :day and :until
                     and line.credit
                     and file.state = 'POSTED'
                     and line.rule not like 'rule:%'
                     and (line.payer_account <> '' or btrim(line.payer) <> '')
                     and (placed.fund is not null or line.outcome = 'POSTED')),
                places as (
                  select by, value, fund, account, count(*) filter (where by_people) as lines, count(*) as "right"
                    from known
                   group by by, value, fund, account)
                select by, value, fund, account, lines, "right", "all"
                  from (select places.*, sum("right") over (partition by by, value) as "all" from places) ranked
                 where lines >= :fewest
                   and 2 * "right" > "all"
                 order by "right" = "all" desc, lines desc, by, value
                 limit :most
                """)
                .param("day", day)
                .param("until", until)
                .param("fewest", fewest)
                .param("most", MOST)
                .query(Proposal.class));
    }
}
