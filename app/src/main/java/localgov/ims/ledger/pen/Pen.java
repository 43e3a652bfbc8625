package localgov.ims.ledger.pen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.London;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.Written;
import localgov.ims.platform.CopyRows;
import localgov.ims.platform.Copying;
import localgov.ims.platform.Unsent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes postings. A source is written once, whoever calls and however often: the database's constraint
/// `money_arrives_once` decides, so two callers at the same instant get the same journal.
@Component
public class Pen {
    private final JdbcClient db;
    private final InstantSource clock;
    private final CouncilCache<Set<LocalDate>> openMonths;

    Pen(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        this.openMonths = new CouncilCache<>(clock, Duration.ofDays(1), ConcurrentHashMap::newKeySet);
    }

    /// Writes all entries of one event, or none when its source has been written before. One round trip to the
    /// database.
    public Written post(Source source, By by, List<Entry> entries) {
        return post(source, by, null, entries);
    }

    /// The same, for an event that undoes an earlier journal.
    public Written post(Source source, By by, @Nullable JournalId reverses, List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("An event without postings is not written: " + source);
        }
        var now = clock.instant();
        return insert(source, by, reverses, entries, now, openMonth(now))
                .<Written>map(Written.New::new)
                .orElseGet(() -> new Written.SeenBefore(earlier(source)));
    }

    /// What writes several events, within the current database transaction: the database refuses all of them when one
    /// is in the book already.
    public Unsent unsent(List<Event> events) {
        var now = clock.instant();
        return new ManyEvents(events).unsent(openMonth(now), now);
    }

    /// Undoes all of an earlier journal, within the current database transaction: each of its postings
    /// is followed by one of the same amount the other way, which names it.
    ///
    /// @param day the day in London on which it happens
    /// @param narrative why, for whoever reads the book
    public Written reverse(Source source, By by, JournalId reversed, LocalDate day, String narrative) {
        var now = clock.instant();
        var journal = db.sql("""
                insert into ledger_journal (source_kind, source_id, month, learned_at, entered_by, entered_person,
                       approved_by, approved_person, reverses)
                values (:kind, :source, :month, :now, :enteredBy, cast(:enteredPerson as uuid), :approvedBy,
                        cast(:approvedPerson as uuid), :reversed)
                on conflict on constraint money_arrives_once do nothing
                returning id as value
                """)
                .param("kind", source.kind())
                .param("source", source.id())
                .param("month", openMonth(now))
                .param("now", now)
                .param("enteredBy", by.enteredBy())
                .param("enteredPerson", by.enteredPerson())
                .param("approvedBy", by.approvedBy())
                .param("approvedPerson", by.approvedPerson())
                .param("reversed", reversed)
                .query(JournalId.class)
                .optional();
        if (journal.isEmpty()) {
            return new Written.SeenBefore(earlier(source));
        }
        db.sql("""
                insert into ledger_posting (journal, month, batch, line, from_account, to_account, pence, fund, account_number,
                       method, office, channel, vat_code, vat_rate, vat_pence, happened_on, reverses, payer, narrative)
                select undo.id, undo.month, undo.batch, done.line, done.to_account, done.from_account, done.pence, done.fund,
                       done.account_number, done.method, done.office, done.channel, done.vat_code, done.vat_rate,
                       done.vat_pence, :day, done.id, done.payer, :narrative
                  from ledger_journal undo
                  join ledger_journal original on original.id = undo.reverses
                  join ledger_posting done on done.journal = original.id
                   and done.month = original.month and done.batch = original.batch
                 where undo.id = :journal
                """)
                .param("journal", journal.get())
                .param("day", day)
                .param("narrative", narrative)
                .update();
        return new Written.New(journal.get());
    }

    private Optional<JournalId> insert(
            Source source, By by, @Nullable JournalId reverses, List<Entry> entries, Instant now, LocalDate month) {
        return db.sql("""
                with journal as (
                    insert into ledger_journal (source_kind, source_id, month, learned_at, entered_by, entered_person, approved_by, approved_person, reverses)
                    values (:kind, :source, :month, :now, :enteredBy, :enteredPerson, :approvedBy, :approvedPerson, :reversed)
                    on conflict on constraint money_arrives_once do nothing
                    returning id, month, batch),
                written as (
                    insert into ledger_posting (journal, month, batch, line, from_account, to_account, pence, fund, account_number,
                           method, office, channel, vat_code, vat_rate, vat_pence, happened_on, reverses, payer, narrative)
                    select journal.id, journal.month, journal.batch, entry.*
                      from journal,
                           unnest(:lines::int[], :froms::text[], :tos::text[], :amounts::bigint[], :funds::text[], :accounts::text[],
                                  :methods::text[], :offices::text[], :channels::text[], :vatCodes::text[], :vatRates::int[],
                                  :vatAmounts::bigint[], :days::date[], :reverses::bigint[], :payers::text[], :narratives::text[]) as entry)
                select id as value from journal
                """)
                .param("kind", source.kind())
                .param("source", source.id())
                .param("month", month)
                .param("now", now)
                .param("enteredBy", by.enteredBy())
                .param("enteredPerson", by.enteredPerson())
                .param("approvedBy", by.approvedBy())
                .param("approvedPerson", by.approvedPerson())
                .param("reversed", reverses)
                .param("lines", column(entries, Entry::line, Integer[]::new))
                .param("froms", column(entries, entry -> entry.from().value(), String[]::new))
                .param("tos", column(entries, entry -> entry.to().value(), String[]::new))
                .param("amounts", column(entries, entry -> entry.amount().pence(), Long[]::new))
                .param("funds", column(entries, Entry::fund, String[]::new))
                .param("accounts", column(entries, Entry::accountNumber, String[]::new))
                .param("methods", column(entries, Entry::method, String[]::new))
                .param("offices", column(entries, Entry::office, String[]::new))
                .param("channels", column(entries, Entry::channel, String[]::new))
                .param("vatCodes", column(entries, entry -> entry.vat().code(), String[]::new))
                .param("vatRates", column(entries, entry -> entry.vat().basisPoints(), Integer[]::new))
                .param(
                        "vatAmounts",
                        column(entries, entry -> entry.vat().amount().pence(), Long[]::new))
                .param("days", column(entries, entry -> entry.happenedOn().toString(), String[]::new))
                .param("reverses", column(entries, Entry::reverses, Long[]::new))
                .param("payers", column(entries, Entry::payer, String[]::new))
                .param("narratives", column(entries, Entry::narrative, String[]::new))
                .query(JournalId.class)
                .optional();
    }

    private static <T> @Nullable T[] column(
            List<Entry> entries, Function<Entry, @Nullable T> field, IntFunction<@Nullable T[]> array) {
        return entries.stream().map(field).toArray(array);
    }

    private JournalId earlier(Source source) {
        return db.sql("""
                select id as value
                  from ledger_journal
                 where source_kind = :kind
                   and source_id = :source
                """)
                .param("kind", source.kind())
                .param("source", source.id())
                .query(JournalId.class)
                .single();
    }

    /// Begins a journal whose postings are streamed by COPY within the current database transaction;
    /// nothing when the source has been written before. A `big` one is loaded into a partition of its
    /// own, which is several times faster.
    public Optional<BulkPen> bulk(Source source, By by, boolean big) {
        var now = clock.instant();
        return db.sql("""
                insert into ledger_journal (id, source_kind, source_id, month, batch, learned_at, entered_by, entered_person,
                       approved_by, approved_person)
                select next.id, :kind, :source, :month, case when :big then next.id else 0 end, :now, :enteredBy,
                       cast(:enteredPerson as uuid), :approvedBy, cast(:approvedPerson as uuid)
                  from (select nextval('ledger_journal_id') as id) next
                on conflict on constraint money_arrives_once do nothing
                returning id as value
                """)
                .param("kind", source.kind())
                .param("source", source.id())
                .param("month", openMonth(now))
                .param("big", big)
                .param("now", now)
                .param("enteredBy", by.enteredBy())
                .param("enteredPerson", by.enteredPerson())
                .param("approvedBy", by.approvedBy())
                .param("approvedPerson", by.approvedPerson())
                .query(JournalId.class)
                .optional()
                .map(journal -> new BulkPen(db, journal, London.monthOf(now), big ? openBatch(journal) : null));
    }

    private String openBatch(JournalId journal) {
        return db.sql("select ledger_open_batch(:journal)")
                .param("journal", journal)
                .query(String.class)
                .single();
    }

    /// The month's partition exists from its first posting on; asked of the database once for each council and month.
    /// It is known to exist when the database transaction that made it has not been gone back on.
    private LocalDate openMonth(Instant now) {
        var month = London.monthOf(now);
        var open = openMonths.get();
        if (!open.contains(month)) {
            db.sql("select ledger_open_month(:month)")
                    .param("month", month)
                    .query((row, _) -> true)
                    .single();
            whenDone(() -> open.add(month));
        }
        return month;
    }

    private static void whenDone(Runnable then) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            then.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                then.run();
            }
        });
    }

    /// The columns that `BulkPen` fills, in its order.
    static CopyRows rows(Copying copying, String table) {
        return copying.into(table
                + " (journal, month, batch, line, from_account, to_account, pence, fund, account_number, method, office, channel,"
                + " vat_code, vat_rate, vat_pence, happened_on, reverses, payer, narrative)");
    }
}
