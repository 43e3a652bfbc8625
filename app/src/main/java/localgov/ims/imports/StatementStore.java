package localgov.ims.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import localgov.ims.formats.FileFormat;
import localgov.ims.imports.Learned.Which;
import localgov.ims.imports.OwnStatement.Left;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of statements: what they say of themselves, and what was read of them.
@Component
class StatementStore {
    /// Longer statements are not compared line by line.
    private static final int MOST_COMPARED = 100_000;

    private final JdbcClient db;

    StatementStore(JdbcClient db) {
        this.db = db;
    }

    /// Waits until nobody else is about to post statements of the account, and keeps others from it until the current
    /// database transaction is over.
    void alone(String bankAccount) {
        db.sql("select pg_advisory_xact_lock(hashtext(current_schema() || ' statements of ' || :account))")
                .param("account", bankAccount)
                .query((_, _) -> true)
                .single();
    }

    private record Known(
            ImportId importId,
            int number,
            long opening,
            long closing,
            long added,
            LocalDate firstDay,
            LocalDate lastDay) {}

    private record LeftOf(ImportId importId, int number, ImportId earlier, long lines, long pence) {}

    /// Statements of files in the book whose balances tie, and which have a line of one of these days.
    List<Span> known(String bankAccount, LocalDate from, LocalDate to) {
        var left = new HashMap<Which, Map<ImportId, Left>>();
        for (var row : left(bankAccount, from, to)) {
            left.computeIfAbsent(new Which(row.importId(), row.number()), _ -> new HashMap<>())
                    .put(row.earlier(), new Left(row.lines(), row.pence()));
        }
        return Rows.of(db.sql("""
                select import as import_id, number, opening, closing, added_pence as added, first_day, last_day
                  from imports_statement statement
                  join imports_file file on file.id = statement.import
                   and file.state = 'POSTED'
                 where statement.bank_account = :account
                   and last_day >= :from
                   and first_day <= :to
                   and posts
                   and opening + pence = closing
                 order by import, number
                """)
                        .param("account", bankAccount)
                        .param("from", from)
                        .param("to", to)
                        .query(Known.class))
                .stream()
                .map(row -> new Span(
                        row.importId(),
                        row.number(),
                        row.opening(),
                        row.closing(),
                        row.added(),
                        left.getOrDefault(new Which(row.importId(), row.number()), Map.of()),
                        row.firstDay(),
                        row.lastDay()))
                .toList();
    }

    private List<LeftOf> left(String bankAccount, LocalDate from, LocalDate to) {
        return Rows.of(db.sql("""
                select one.import as import_id, one.number, one.earlier, one.lines, one.pence
                  from imports_statement statement
                  join imports_statement_left one on one.import = statement.import
                   and one.number = statement.number
                 where statement.bank_account = :account
                   and statement.last_day >= :from
                   and statement.first_day <= :to
                   and statement.posts
                   and statement.opening + statement.pence = statement.closing
                """)
                .param("account", bankAccount)
                .param("from", from)
                .param("to", to)
                .query(LeftOf.class));
    }

    /// The statement of the same account, days, balances and number of lines that came in another format and is in the
    /// book as a whole.
    Optional<Which> same(OwnStatement statement, FileFormat format) {
        return db.sql("""
                select statement.import as import_id, statement.number
                  from imports_statement statement
                  join imports_file file on file.id = statement.import
                   and file.state = 'POSTED'
                   and file.format <> :format
                 where statement.bank_account = :account
                   and statement.opening = :opening
                   and statement.closing = :closing
                   and statement.opening + statement.pence = statement.closing
                   and statement.first_day = :first
                   and statement.last_day = :last
                   and statement.lines = :lines
                   and statement.added = statement.lines
                   and statement.lines <= :most
                   and statement.posts
                 order by statement.import
                 limit 1
                """)
                .param("format", format)
                .param("account", statement.bankAccount())
                .param("opening", statement.opening())
                .param("closing", statement.closing())
                .param("first", statement.first())
                .param("last", statement.last())
                .param("lines", statement.lines())
                .param("most", MOST_COMPARED)
                .query(Which.class)
                .optional();
    }

    /// An entry of a statement; the physical line where it begins.
    record Entry(LocalDate bookedOn, boolean credit, long pence, long line) {}

    /// Those of a statement that are money, in its order.
    List<Entry> entries(Which which) {
        return Rows.of(db.sql("""
                select min(one.booked_on) as booked_on, bool_and(one.credit) as credit, sum(one.pence) as pence,
                       min(one.line) as line
                  from imports_statement statement
                  join imports_line one on one.import = statement.import
                   and one.place between statement.from_place and statement.to_place
                 where statement.import = :id
                   and statement.number = :number
                 group by one.entry
                having bool_or(one.print is not null)
                 order by one.entry
                """)
                .param("id", which.importId())
                .param("number", which.number())
                .query(Entry.class));
    }

    /// What a statement says of itself, for somebody who looks at its file.
    ///
    /// @param added how many of its lines no earlier file had brought
    record Shown(String identifier, Money opening, Money closing, long lines, long added) {}

    /// The first statements of a file that say their balances.
    List<Shown> shown(ImportId id, int limit) {
        return Rows.of(db.sql("""
                select identifier, opening, closing, lines, added
                  from imports_statement
                 where import = :id
                   and opening is not null
                   and closing is not null
                 order by number
                 limit :limit
                """).param("id", id).param("limit", limit).query(Shown.class));
    }

    /// Keeps what the statements of a file say.
    ///
    /// @param posts whether their lines are money
    void keep(ImportId id, List<OwnStatement> statements, boolean posts) {
        db.sql("""
                insert into imports_statement (import, number, account, bank_account, identifier, day, opening, opening_on,
                                               closing, closing_on, lines, pence, added, added_pence, first_day, last_day,
                                               from_place, to_place, posts)
                select :id, number, account, bank_account, identifier, day, opening, opening_on, closing, closing_on, lines,
                       pence, added, added_pence, first_day, last_day, from_place, to_place, :posts
                  from unnest(cast(:numbers as int[]), cast(:accounts as text[]), cast(:bankAccounts as text[]),
                              cast(:identifiers as text[]), cast(:days as date[]), cast(:openings as bigint[]),
                              cast(:openingsOn as date[]), cast(:closings as bigint[]), cast(:closingsOn as date[]),
                              cast(:lines as bigint[]), cast(:pence as bigint[]), cast(:added as bigint[]),
                              cast(:addedPence as bigint[]), cast(:firstDays as date[]), cast(:lastDays as date[]),
                              cast(:from as int[]), cast(:to as int[]))
                       read (number, account, bank_account, identifier, day, opening, opening_on, closing, closing_on, lines,
                             pence, added, added_pence, first_day, last_day, from_place, to_place)
                """)
                .param("id", id)
                .param("posts", posts)
                .param("numbers", numbers(statements, one -> (long) one.number))
                .param("accounts", texts(statements, one -> one.head.account()))
                .param("bankAccounts", texts(statements, OwnStatement::bankAccount))
                .param("identifiers", texts(statements, one -> KeptText.of(one.head.identifier())))
                .param("days", texts(statements, one -> day(one.head.day())))
                .param("openings", numbers(statements, OwnStatement::opening))
                .param("openingsOn", texts(statements, one -> day(one.openingOn())))
                .param("closings", numbers(statements, OwnStatement::closing))
                .param("closingsOn", texts(statements, one -> day(one.closingOn())))
                .param("lines", numbers(statements, OwnStatement::lines))
                .param("pence", numbers(statements, OwnStatement::net))
                .param("added", numbers(statements, OwnStatement::added))
                .param("addedPence", numbers(statements, OwnStatement::addedNet))
                .param("firstDays", texts(statements, one -> day(one.first())))
                .param("lastDays", texts(statements, one -> day(one.last())))
                .param("from", numbers(statements, one -> (long) one.from()))
                .param("to", numbers(statements, one -> (long) one.to()))
                .update();
        keepLeft(id, statements);
    }

    void keepPreview(ImportId id, List<OwnStatement> statements) {
        db.sql("""
                insert into imports_preview_statement (import, number, opening, closing, pence, from_place, to_place)
                select :id, number, opening, closing, pence, from_place, to_place
                  from unnest(cast(:numbers as int[]), cast(:openings as bigint[]), cast(:closings as bigint[]),
                              cast(:pence as bigint[]), cast(:from as int[]), cast(:to as int[]))
                       read (number, opening, closing, pence, from_place, to_place)
                """)
                .param("id", id)
                .param("numbers", numbers(statements, one -> (long) one.number))
                .param("openings", numbers(statements, OwnStatement::opening))
                .param("closings", numbers(statements, OwnStatement::closing))
                .param("pence", numbers(statements, OwnStatement::net))
                .param("from", numbers(statements, one -> (long) one.from()))
                .param("to", numbers(statements, one -> (long) one.to()))
                .update();
    }

    private void keepLeft(ImportId id, List<OwnStatement> statements) {
        var numbers = new ArrayList<Long>();
        var earlier = new ArrayList<String>();
        var lines = new ArrayList<Long>();
        var pence = new ArrayList<Long>();
        for (var statement : statements) {
            statement.left().forEach((file, left) -> {
                numbers.add((long) statement.number);
                earlier.add(file.value().toString());
                lines.add(left.lines());
                pence.add(left.pence());
            });
        }
        db.sql("""
                insert into imports_statement_left (import, number, earlier, lines, pence)
                select :id, number, earlier, lines, pence
                  from unnest(cast(:numbers as int[]), cast(:earlier as uuid[]), cast(:lines as bigint[]),
                              cast(:pence as bigint[])) read (number, earlier, lines, pence)
                """)
                .param("id", id)
                .param("numbers", numbers.toArray(Long[]::new))
                .param("earlier", earlier.toArray(String[]::new))
                .param("lines", lines.toArray(Long[]::new))
                .param("pence", pence.toArray(Long[]::new))
                .update();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Object texts(List<OwnStatement> all, Function<OwnStatement, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static Object numbers(List<OwnStatement> all, Function<OwnStatement, @Nullable Long> number) {
        return all.stream().map(number).toArray(Long[]::new);
    }
}
