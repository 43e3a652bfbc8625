package localgov.ims.accounts;

import java.util.List;
import java.util.Optional;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of looking accounts up.
@Repository
class AccountLookupStore {
    private final JdbcClient db;

    AccountLookupStore(JdbcClient db) {
        this.db = db;
    }

    Optional<KnownAccount> one(long id, Scope scope) {
        return db.sql("""
                select account.id, account.fund, account.number, account.name, account.address, account.balance,
                       account.stopped, account.stop_message, account.message_code,
                       cast(account.custom as text) as custom, load.at as stated_at
                  from accounts_account account
                  left join accounts_load load on load.id = account.changed_by
                 where account.id = :id
                   and (:funds::text is null or fund = any(string_to_array(:funds, ',')))
                """)
                .param("id", id)
                .param("funds", only(scope))
                .query(KnownAccount.class)
                .optional();
    }

    /// Accounts whose number lies between two, as the index has them: those with one beginning.
    List<KnownAccount> byNumber(String from, String to, @Nullable String fund, Scope scope, int most) {
        return Rows.of(db.sql("""
                select id, fund, number, name, address, balance, stopped, stop_message, message_code,
                       cast(custom as text) as custom, null::timestamptz as stated_at
                  from accounts_account
                 where number >= :from
                   and number < :to
                   and (:fund::text is null or fund = :fund)
                   and (:funds::text is null or fund = any(string_to_array(:funds, ',')))
                 order by number, fund
                 limit :most
                """)
                .param("from", from)
                .param("to", to)
                .param("fund", fund)
                .param("funds", only(scope))
                .param("most", most)
                .query(KnownAccount.class));
    }

    /// The funds that accounts may be of; nothing for any. As codes and not as limits to be asked about
    /// each account: so the database sees how few there are, and begins with them.
    private static @Nullable String only(Scope scope) {
        var funds = scope.onlyFunds();
        return funds == null ? null : String.join(",", funds);
    }

    /// For the rest of this database transaction plans are made for the values at hand.
    void beQuick() {
        db.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query((_, _) -> true)
                .single();
    }

    /// @param count how many there are, counted no further than was asked
    record Gathered(List<KnownAccount> accounts, int count) {}

    private record Counted(long id, int counted) {}

    /// Gathers no more than are counted before it puts them in order, so that a common word costs no more than a rare
    /// one.
    Gathered byWords(String words, @Nullable String fund, Scope scope, int most, int countTo) {
        var ids = Rows.of(db.sql("""
                with gathered as materialized (
                  select id, name, fund, number
                    from accounts_account
                   where accounts_words(name, address) @@ to_tsquery('simple', :words)
                     and (:fund::text is null or fund = :fund)
                     and (:funds::text is null or fund = any(string_to_array(:funds, ',')))
                   limit :countTo
                )
                select id, (select count(*) from gathered)::int as counted
                  from gathered
                 order by name, number, fund
                 limit :most
                """)
                .param("words", words)
                .param("fund", fund)
                .param("funds", only(scope))
                .param("countTo", countTo)
                .param("most", most)
                .query(Counted.class));
        if (ids.isEmpty()) {
            return new Gathered(List.of(), 0);
        }
        var wanted = ids.stream().map(Counted::id).toList();
        return new Gathered(all(wanted), ids.getFirst().counted());
    }

    private List<KnownAccount> all(List<Long> ids) {
        return Rows.of(db.sql("""
                select id, fund, number, name, address, balance, stopped, stop_message, message_code,
                       cast(custom as text) as custom, null::timestamptz as stated_at
                  from accounts_account
                 where id in (:ids)
                 order by name, number, fund
                """).param("ids", ids).query(KnownAccount.class));
    }
}
