package localgov.ims.ledger.pen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import localgov.ims.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL by which several events are written at once: what the database does once for a statement it does once for
/// all of them.
record ManyEvents(List<Event> events) {
    /// One posting and the number of its event, counted from 1.
    private record Row(int event, Entry entry) {}

    /// How many of them were new.
    int write(JdbcClient db, LocalDate month, Instant now) {
        var rows = rows();
        return db.sql("""
                with event as (
                    select kind, source, entered_by, entered_person, approved_by, approved_person, number
                      from unnest(:kinds::text[], :sources::text[], :enteredBy::text[], :enteredPerson::uuid[], :approvedBy::text[],
                                  :approvedPerson::uuid[]) with ordinality
                           as event (kind, source, entered_by, entered_person, approved_by, approved_person, number)),
                journal as (
                    insert into ledger_journal (source_kind, source_id, month, learned_at, entered_by, entered_person, approved_by, approved_person)
                    select kind, source, :month, :now, entered_by, entered_person, approved_by, approved_person
                      from event
                     order by kind, source
                    on conflict on constraint money_arrives_once do nothing
                    returning id, month, batch, source_kind, source_id),
                written as (
                    insert into ledger_posting (journal, month, batch, line, from_account, to_account, pence, fund, account_number,
                           method, office, channel, vat_code, vat_rate, vat_pence, happened_on, reverses, payer, narrative)
                    select journal.id, journal.month, journal.batch, entry.line, entry.from_account, entry.to_account, entry.pence,
                           entry.fund, entry.account_number, entry.method, entry.office, entry.channel, entry.vat_code,
                           entry.vat_rate, entry.vat_pence, entry.happened_on, entry.reverses, entry.payer, entry.narrative
                      from unnest(:events::bigint[], :lines::int[], :froms::text[], :tos::text[], :amounts::bigint[], :funds::text[],
                                  :accounts::text[], :methods::text[], :offices::text[], :channels::text[], :vatCodes::text[],
                                  :vatRates::int[], :vatAmounts::bigint[], :days::date[], :reverses::bigint[], :payers::text[],
                                  :narratives::text[])
                           as entry (event, line, from_account, to_account, pence, fund, account_number, method, office, channel,
                                     vat_code, vat_rate, vat_pence, happened_on, reverses, payer, narrative)
                      join event on event.number = entry.event
                      join journal on journal.source_kind = event.kind and journal.source_id = event.source)
                select count(*) from journal
                """)
                .param("kinds", of(events, event -> event.source().kind(), String[]::new))
                .param("sources", of(events, event -> event.source().id(), String[]::new))
                .param("enteredBy", of(events, event -> event.by().enteredBy(), String[]::new))
                .param("enteredPerson", of(events, event -> text(event.by().enteredPerson()), String[]::new))
                .param("approvedBy", of(events, event -> event.by().approvedBy(), String[]::new))
                .param("approvedPerson", of(events, event -> text(event.by().approvedPerson()), String[]::new))
                .param("month", month)
                .param("now", now)
                .param("events", of(rows, row -> (long) row.event(), Long[]::new))
                .param("lines", of(rows, row -> row.entry().line(), Integer[]::new))
                .param("froms", of(rows, row -> row.entry().from().value(), String[]::new))
                .param("tos", of(rows, row -> row.entry().to().value(), String[]::new))
                .param("amounts", of(rows, row -> row.entry().amount().pence(), Long[]::new))
                .param("funds", of(rows, row -> row.entry().fund(), String[]::new))
                .param("accounts", of(rows, row -> row.entry().accountNumber(), String[]::new))
                .param("methods", of(rows, row -> row.entry().method(), String[]::new))
                .param("offices", of(rows, row -> row.entry().office(), String[]::new))
                .param("channels", of(rows, row -> row.entry().channel(), String[]::new))
                .param("vatCodes", of(rows, row -> row.entry().vat().code(), String[]::new))
                .param("vatRates", of(rows, row -> row.entry().vat().basisPoints(), Integer[]::new))
                .param("vatAmounts", of(rows, row -> row.entry().vat().amount().pence(), Long[]::new))
                .param("days", of(rows, row -> row.entry().happenedOn().toString(), String[]::new))
                .param("reverses", of(rows, row -> row.entry().reverses(), Long[]::new))
                .param("payers", of(rows, row -> row.entry().payer(), String[]::new))
                .param("narratives", of(rows, row -> row.entry().narrative(), String[]::new))
                .query(Integer.class)
                .single();
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < events.size(); i++) {
            int number = i + 1;
            events.get(i).entries().forEach(entry -> rows.add(new Row(number, entry)));
        }
        return rows;
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    static <R, T> @Nullable T[] of(List<R> rows, Function<R, @Nullable T> field, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}
