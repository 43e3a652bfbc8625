package localgov.ims.ledger.pen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import localgov.ims.ledger.Entry;
import localgov.ims.platform.Unsent;
import org.jspecify.annotations.Nullable;

/// The SQL by which several events are written at once: what the database does once for a statement it does once for
/// all of them.
record ManyEvents(List<Event> events) {
    /// One posting and the event that it belongs to.
    private record Row(Event event, Entry entry) {}

    /// Refused by the database as a whole when one of them is in the book already.
    Unsent unsent(LocalDate month, Instant now) {
        var rows = events.stream()
                .flatMap(event -> event.entries().stream().map(entry -> new Row(event, entry)))
                .toList();
        return Unsent.sql("""
                with journal as (
                    insert into ledger_journal (source_kind, source_id, month, learned_at, entered_by, entered_person, approved_by, approved_person)
                    select event.kind, event.source, :posted_month, :posted_now, event.entered_by, event.entered_person, event.approved_by,
                           event.approved_person
                      from (select unnest(:posted_kinds::text[]) as kind, unnest(:posted_sources::text[]) as source,
                                   unnest(:posted_entered_by::text[]) as entered_by,
                                   unnest(:posted_entered_person::uuid[]) as entered_person,
                                   unnest(:posted_approved_by::text[]) as approved_by,
                                   unnest(:posted_approved_person::uuid[]) as approved_person) as event
                     order by event.kind, event.source
                    returning id, month, batch, source_kind, source_id)
                insert into ledger_posting (journal, month, batch, line, from_account, to_account, pence, fund, account_number,
                       method, office, channel, vat_code, vat_rate, vat_pence, happened_on, reverses, payer, narrative)
                select journal.id, journal.month, journal.batch, entry.line, entry.from_account, entry.to_account, entry.pence,
                       entry.fund, entry.account_number, entry.method, entry.office, entry.channel, entry.vat_code,
                       entry.vat_rate, entry.vat_pence, entry.happened_on, entry.reverses, entry.payer, entry.narrative
                  from (select unnest(:posted_of_kinds::text[]) as kind, unnest(:posted_of_sources::text[]) as source,
                               unnest(:posted_lines::int[]) as line, unnest(:posted_froms::text[]) as from_account,
                               unnest(:posted_tos::text[]) as to_account, unnest(:posted_amounts::bigint[]) as pence,
                               unnest(:posted_funds::text[]) as fund, unnest(:posted_accounts::text[]) as account_number,
                               unnest(:posted_methods::text[]) as method, unnest(:posted_offices::text[]) as office,
                               unnest(:posted_channels::text[]) as channel, unnest(:posted_vat_codes::text[]) as vat_code,
                               unnest(:posted_vat_rates::int[]) as vat_rate, unnest(:posted_vat_amounts::bigint[]) as vat_pence,
                               unnest(:posted_days::date[]) as happened_on, unnest(:posted_reverses::bigint[]) as reverses,
                               unnest(:posted_payers::text[]) as payer, unnest(:posted_narratives::text[]) as narrative) as entry
                  join journal on journal.source_kind = entry.kind and journal.source_id = entry.source
                """)
                .with("posted_month", month)
                .with("posted_now", now)
                .with("posted_kinds", of(events, event -> event.source().kind(), String[]::new))
                .with("posted_sources", of(events, event -> event.source().id(), String[]::new))
                .with("posted_entered_by", of(events, event -> event.by().enteredBy(), String[]::new))
                .with(
                        "posted_entered_person",
                        of(events, event -> text(event.by().enteredPerson()), String[]::new))
                .with("posted_approved_by", of(events, event -> event.by().approvedBy(), String[]::new))
                .with(
                        "posted_approved_person",
                        of(events, event -> text(event.by().approvedPerson()), String[]::new))
                .with("posted_of_kinds", of(rows, row -> row.event().source().kind(), String[]::new))
                .with("posted_of_sources", of(rows, row -> row.event().source().id(), String[]::new))
                .with("posted_lines", of(rows, row -> row.entry().line(), Integer[]::new))
                .with("posted_froms", of(rows, row -> row.entry().from().value(), String[]::new))
                .with("posted_tos", of(rows, row -> row.entry().to().value(), String[]::new))
                .with("posted_amounts", of(rows, row -> row.entry().amount().pence(), Long[]::new))
                .with("posted_funds", of(rows, row -> row.entry().fund(), String[]::new))
                .with("posted_accounts", of(rows, row -> row.entry().accountNumber(), String[]::new))
                .with("posted_methods", of(rows, row -> row.entry().method(), String[]::new))
                .with("posted_offices", of(rows, row -> row.entry().office(), String[]::new))
                .with("posted_channels", of(rows, row -> row.entry().channel(), String[]::new))
                .with("posted_vat_codes", of(rows, row -> row.entry().vat().code(), String[]::new))
                .with("posted_vat_rates", of(rows, row -> row.entry().vat().basisPoints(), Integer[]::new))
                .with(
                        "posted_vat_amounts",
                        of(rows, row -> row.entry().vat().amount().pence(), Long[]::new))
                .with("posted_days", of(rows, row -> row.entry().happenedOn().toString(), String[]::new))
                .with("posted_reverses", of(rows, row -> row.entry().reverses(), Long[]::new))
                .with("posted_payers", of(rows, row -> row.entry().payer(), String[]::new))
                .with("posted_narratives", of(rows, row -> row.entry().narrative(), String[]::new));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static <R, T> @Nullable T[] of(
            List<R> rows, Function<R, @Nullable T> field, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}
