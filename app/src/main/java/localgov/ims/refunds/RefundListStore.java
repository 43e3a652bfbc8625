package localgov.ims.refunds;

import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of lists of refunds.
@Repository
class RefundListStore {
    private final JdbcClient db;
    private final RefundStore store;

    RefundListStore(JdbcClient db, RefundStore store) {
        this.db = db;
        this.store = store;
    }

    /// The newest first.
    List<Refund> list(RefundLists.Shown shown, Scope scope) {
        return Rows.of(db.sql("""
                select id as value
                  from refunds_within(:scope)
                 where (:states::text is null or state = any(string_to_array(:states, ',')))
                   and (:way::text is null or way = :way)
                   and (:after::timestamptz is null or (created_at, id) < (:after::timestamptz, :afterId::uuid))
                 order by created_at desc, id desc
                 limit :most
                """)
                        .param("scope", scope.text())
                        .param("states", joined(shown.states()))
                        .param("way", shown.way())
                        .param(
                                "after",
                                shown.after() == null ? null : shown.after().at())
                        .param(
                                "afterId",
                                shown.after() == null ? null : shown.after().id())
                        .param("most", shown.most())
                        .query(RefundId.class))
                .stream()
                .map(store::get)
                .toList();
    }

    private static @Nullable String joined(List<RefundState> states) {
        return states.isEmpty()
                ? null
                : String.join(",", states.stream().map(RefundState::name).toList());
    }

    /// How many there are and what they come to.
    record Sum(long refunds, Money pence) {}

    Sum sum(List<RefundState> states, @Nullable Way way, Scope scope) {
        return db.sql("""
                select count(*) as refunds, coalesce(sum(pence), 0)::bigint as pence
                  from refunds_within(:scope)
                 where (:states::text is null or state = any(string_to_array(:states, ',')))
                   and (:way::text is null or way = :way)
                """)
                .param("scope", scope.text())
                .param("states", joined(states))
                .param("way", way)
                .query(Sum.class)
                .single();
    }
}
