package localgov.ims.reporting;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The numbers of a morning, from the folded totals of the book and what waits for a person.
@Component
class Morning {
    private final JdbcClient db;

    Morning(JdbcClient db) {
        this.db = db;
    }

    /// What came in on a day by one method; nothing for a method that nobody stated.
    ///
    /// @param back what went back that day: given back to payers, taken back, or not collected
    record CameIn(LocalDate day, @Nullable String method, long receipts, Money pence, Money back) {}

    /// Money that crossed the boundary; what settles a card payment at the bank came in when it was paid.
    List<CameIn> cameIn(LocalDate from, LocalDate to, Scope scope) {
        return scope.anyOf().stream().allMatch(limits -> limits.offices().isEmpty())
                ? fromTotals(from, to, scope)
                : fromPostings(from, to, scope);
    }

    private List<CameIn> fromTotals(LocalDate from, LocalDate to, Scope scope) {
        return db.sql("""
                select happened_on as day, nullif(method, '') as method,
                       coalesce(sum(postings) filter (where from_account ~ '^(bank|clearing):'), 0)::bigint as receipts,
                       coalesce(sum(pence) filter (where from_account ~ '^(bank|clearing):'), 0)::bigint as pence,
                       coalesce(sum(pence) filter (where to_account ~ '^(bank|clearing):'), 0)::bigint as back
                  from ledger_moves
                 where happened_on between :from and :to
                   and (from_account ~ '^(bank|clearing):' and (to_account like 'fund:%' or to_account = 'suspense')
                        or to_account ~ '^(bank|clearing):' and (from_account like 'fund:%' or from_account = 'suspense'))
                   and (:scope::text is null or exists (
                          select from people_limits(:scope) allowed
                           where (allowed.funds is null or fund = any(allowed.funds))
                             and (allowed.methods is null or method = any(allowed.methods))))
                 group by 1, 2
                 order by 1, 4 desc
                """)
                .param("from", from)
                .param("to", to)
                .param("scope", scope.text())
                .query(CameIn.class)
                .list();
    }

    /// Totals do not know offices: whoever is limited to some has their own few added up.
    private List<CameIn> fromPostings(LocalDate from, LocalDate to, Scope scope) {
        return db.sql("""
                select happened_on as day, method,
                       count(*) filter (where from_account ~ '^(bank|clearing):') as receipts,
                       coalesce(sum(pence) filter (where from_account ~ '^(bank|clearing):'), 0)::bigint as pence,
                       coalesce(sum(pence) filter (where to_account ~ '^(bank|clearing):'), 0)::bigint as back
                  from ledger_postings
                 where happened_on between :from and :to
                   and (from_account ~ '^(bank|clearing):' and (to_account like 'fund:%' or to_account = 'suspense')
                        or to_account ~ '^(bank|clearing):' and (from_account like 'fund:%' or from_account = 'suspense'))
                   and exists (
                         select from people_limits(:scope::text) allowed
                          where (allowed.funds is null or fund = any(allowed.funds))
                            and (allowed.offices is null or office = any(allowed.offices))
                            and (allowed.methods is null or method = any(allowed.methods)))
                 group by 1, 2
                 order by 1, 4 desc
                """)
                .param("from", from)
                .param("to", to)
                .param("scope", scope.text())
                .query(CameIn.class)
                .list();
    }

    /// @param suggestions for how many of them somewhere to place it is suggested
    /// @param oldest the day of the oldest one; nothing when there are none
    record InSuspense(
            long items,
            Money pence,
            long suggestions,
            @Nullable LocalDate oldest) {}

    InSuspense inSuspense(Scope scope) {
        return db.sql("""
                select count(*) as items, coalesce(sum(remaining), 0)::bigint as pence,
                       count(*) filter (where candidates <> '[]') as suggestions, min(happened_on) as oldest
                  from suspense_items_within(:scope)
                 where remaining > 0
                """).param("scope", scope.text()).query(InSuspense.class).single();
    }

    /// How many files contradict themselves and wait for a person.
    long heldFiles() {
        return db.sql("""
                select count(*)
                  from imports_files
                 where state = 'HELD'
                """).query(Long.class).single();
    }
}
