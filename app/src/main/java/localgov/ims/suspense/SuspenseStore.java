package localgov.ims.suspense;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import localgov.ims.journals.Move;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of items and what is decided about them.
@Component
class SuspenseStore {
    private final JdbcClient db;

    SuspenseStore(JdbcClient db) {
        this.db = db;
    }

    Optional<SuspenseItem> item(long id) {
        return db.sql("""
                select id, journal, line, pence as amount, remaining, given_back, settled, happened_on, payer, narrative, reason,
                       words, source_kind, source_id
                  from suspense_items
                 where id = :id
                """).param("id", id).query(SuspenseItem.class).optional();
    }

    /// An item that whoever asks may see.
    Optional<SuspenseItem> item(long id, Scope scope) {
        return db.sql("""
                select id, journal, line, pence as amount, remaining, given_back, settled, happened_on, payer, narrative, reason,
                       words, source_kind, source_id
                  from suspense_items_within(:scope)
                 where id = :id
                """)
                .param("id", id)
                .param("scope", scope.text())
                .query(SuspenseItem.class)
                .optional();
    }

    private record Kept(long id, String candidates) {}

    /// The ranked candidates that came with items, as they were written down.
    Map<Long, String> candidates(List<Long> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return Rows.of(db.sql("""
                select id, candidates::text as candidates
                  from suspense_items
                 where id in (:items)
                """).param("items", items).query(Kept.class)).stream()
                .collect(Collectors.toMap(Kept::id, Kept::candidates));
    }

    /// How many open items may belong to a fund, counted up to a thousand and one.
    long openFor(String fund) {
        return db.sql("""
                select count(*) as open
                  from (select id
                          from suspense_items
                         where remaining > 0
                           and candidates @> jsonb_build_array(jsonb_build_object('fund', cast(:fund as text)))
                         limit 1001) counted
                """).param("fund", fund).query(Long.class).single();
    }

    /// Makes the decision ours; no when it had been made before. A caller with the same id waits here for the
    /// first.
    boolean claim(UUID id, long item, Money amount, String who, Instant at) {
        return db.sql("""
                insert into suspense_allocation (id, item, pence, decided_at, decided_by)
                values (:id, :item, :amount, :at, :who)
                on conflict (id) do nothing
                """)
                        .param("id", id)
                        .param("item", item)
                        .param("amount", amount)
                        .param("at", at)
                        .param("who", who)
                        .update()
                == 1;
    }

    /// Takes an amount from an item and answers what then remains; nothing when it does not fit, or when something
    /// else remained than was seen. One statement, so that the row it counts on is the row it changes, whoever else
    /// is at it.
    Optional<Money> take(SuspenseItem item, Money amount, @Nullable Money seen) {
        return db.sql("""
                insert into suspense_item (id, pence, allocated)
                select :id::bigint, :pence::bigint, :amount::bigint
                 where :amount::bigint <= :pence::bigint
                   and (:seen::bigint is null
                        or :seen::bigint = :pence::bigint
                        or exists (select from suspense_item counted where counted.id = :id::bigint))
                on conflict (id) do update
                   set allocated = suspense_item.allocated + excluded.allocated
                 where suspense_item.allocated + suspense_item.given_back + suspense_item.settled + excluded.allocated
                       <= suspense_item.pence
                   and (:seen::bigint is null
                        or :seen::bigint = suspense_item.pence - suspense_item.allocated - suspense_item.given_back
                           - suspense_item.settled)
                returning suspense_item.pence - suspense_item.allocated - suspense_item.given_back - suspense_item.settled
                       as pence
                """)
                .param("id", item.id())
                .param("pence", item.amount())
                .param("amount", amount)
                .param("seen", seen)
                .query(Money.class)
                .optional();
    }

    void write(UUID allocation, List<Move.Target> targets) {
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            db.sql("""
                    insert into suspense_allocation_line (allocation, line, fund, account_number, pence, narrative)
                    values (:allocation, :line, :fund, :account, :amount, :narrative)
                    """)
                    .param("allocation", allocation)
                    .param("line", i + 1)
                    .param("fund", target.fund())
                    .param("account", target.accountNumber())
                    .param("amount", target.amount())
                    .param("narrative", target.narrative())
                    .update();
        }
    }

    /// A decision that was made.
    record Decision(UUID id, long item, Money amount, Instant decidedAt, String decidedBy, JournalId journal) {}

    Optional<Decision> decision(UUID id) {
        return db.sql("""
                select id, item, pence as amount, decided_at, decided_by, journal
                  from suspense_allocations
                 where id = :id
                """).param("id", id).query(Decision.class).optional();
    }

    List<Decision> decisions(long item) {
        return Rows.of(db.sql("""
                select id, item, pence as amount, decided_at, decided_by, journal
                  from suspense_allocations
                 where item = :item
                 order by decided_at, id
                """).param("item", item).query(Decision.class));
    }

    /// Where a decision put the money.
    record DecisionLine(
            UUID allocation,
            String fund,
            String accountNumber,
            Money amount,
            @Nullable String narrative) {}

    List<DecisionLine> lines(UUID allocation) {
        return Rows.of(db.sql("""
                select allocation, fund, account_number, pence as amount, narrative
                  from suspense_allocation_lines
                 where allocation = :allocation
                 order by line
                """).param("allocation", allocation).query(DecisionLine.class));
    }

    /// Writes down the suggestions that were there when somebody decided, in their order, and which were chosen.
    void suggested(UUID allocation, List<String> how, List<Boolean> taken) {
        db.sql("""
                insert into suspense_suggestion (allocation, rank, how, taken)
                select :allocation, rank, how, taken
                  from unnest(cast(:how as text[]), cast(:taken as boolean[])) with ordinality made (how, taken, rank)
                """)
                .param("allocation", allocation)
                .param("how", how.toArray(String[]::new))
                .param("taken", taken.toArray(Boolean[]::new))
                .update();
    }

    /// How often first suggestions of a kind were chosen.
    record Right(String how, long made, long taken) {}

    /// By the kind's code.
    Map<String, Right> right() {
        return Rows.of(db.sql("""
                select how, count(*) as made, count(*) filter (where taken) as taken
                  from suspense_suggestion
                 where rank = 1
                 group by how
                """).query(Right.class)).stream().collect(Collectors.toMap(Right::how, one -> one));
    }

    /// An account that a payer's money was placed on before.
    record Placed(String payer, String fund, String accountNumber, long times) {}

    /// By the payer's name in small letters, the most frequent account first.
    Map<String, List<Placed>> placedBefore(List<String> payers) {
        if (payers.isEmpty()) {
            return Map.of();
        }
        return Rows.of(db.sql("""
                select lower(item.payer) as payer, line.fund, line.account_number, count(*) as times
                  from suspense_allocations allocation
                  join suspense_allocation_lines line on line.allocation = allocation.id
                  join suspense_items item on item.id = allocation.item
                 where lower(item.payer) in (:payers)
                 group by lower(item.payer), line.fund, line.account_number
                 order by times desc, max(item.happened_on) desc
                """)
                        .param(
                                "payers",
                                payers.stream()
                                        .map(payer -> payer.toLowerCase(Locale.ROOT))
                                        .toList())
                        .query(Placed.class))
                .stream()
                .collect(Collectors.groupingBy(Placed::payer));
    }
}
