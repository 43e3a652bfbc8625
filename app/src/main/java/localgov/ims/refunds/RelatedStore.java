package localgov.ims.refunds;

import java.util.List;
import java.util.Optional;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of refunds that are found by what they belong to: a receipt, an entry in the book, a provider's own
/// number.
@Repository
class RelatedStore {
    private final JdbcClient db;
    private final RefundStore store;

    RelatedStore(JdbcClient db, RefundStore store) {
        this.db = db;
        this.store = store;
    }

    /// What was asked for, or written down, of a refund that was made in its provider's own tool.
    Optional<Refund> madeElsewhere(String provider, String elsewhere) {
        return db.sql("""
                select id as value
                  from refunds_refund
                 where provider = :provider
                   and elsewhere = :elsewhere
                   and state not in ('PROPOSED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'GIVEN_UP')
                """)
                .param("provider", provider)
                .param("elsewhere", elsewhere)
                .query(RefundId.class)
                .optional()
                .flatMap(store::find);
    }

    /// The refund that the book knows by this name.
    Optional<Refund> postedAs(String name, Scope scope) {
        return db.sql("""
                select id as value
                  from refunds_within(:scope)
                 where posted_as = :name
                   and posted > 0
                """)
                .param("scope", scope.text())
                .param("name", name)
                .query(RefundId.class)
                .optional()
                .flatMap(store::find);
    }

    /// The refunds of a receipt that lie within what whoever asks may see, the earliest first.
    List<Refund> of(long journal, Scope scope) {
        return Rows.of(db.sql("""
                select id as value
                  from refunds_within(:scope)
                 where journal = :journal
                 order by created_at, id
                """)
                        .param("journal", journal)
                        .param("scope", scope.text())
                        .query(RefundId.class))
                .stream()
                .map(store::get)
                .toList();
    }
}
