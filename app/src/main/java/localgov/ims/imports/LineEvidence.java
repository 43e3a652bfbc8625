package localgov.ims.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Says of a line that is like others why they are several payments, or one: by the bank's references, by its balances,
/// or by nothing but the file.
@Component
class LineEvidence {
    /// How far before and behind a line others are looked for that are like it but for the bank's reference.
    private static final int NEAR = 10_000;

    private static final int MOST_ALIKE = 100;

    private final JdbcClient db;

    LineEvidence(JdbcClient db) {
        this.db = db;
    }

    /// Sentences in both languages; none for a line that is like no other.
    List<KindOfFile.Why> of(LineStore.Row line) {
        var reference = reference(line);
        if (line.outcome() == Outcome.IGNORED) {
            return Ignoring.isSeenBefore(line.rule()) ? seenBefore(line, reference) : List.of();
        }
        var said = new ArrayList<KindOfFile.Why>();
        var statement = statement(line);
        var alike = alike(line);
        long inFile = alike.stream()
                .filter(one -> one.importId().equals(line.importId()))
                .count();
        if (inFile > 0) {
            said.add(inOneFile(inFile + 1, statement));
        }
        alike.stream()
                .filter(one -> !one.importId().equals(line.importId()))
                .findFirst()
                .ifPresent(other -> said.add(inAnother(other, statement)));
        if (References.tells(reference)) {
            int others = withReferencesOfTheirOwn(line, reference);
            if (others > 0) {
                said.add(why(
                        "%d equal lines. The bank gave each a reference of its own: each is a payment of its own."
                                .formatted(others + 1),
                        "%d llinell gyfartal. Rhoddodd y banc ei gyfeirnod ei hun i bob un: mae pob un yn daliad ar wahân."
                                .formatted(others + 1)));
            }
        }
        return said;
    }

    private List<KindOfFile.Why> seenBefore(LineStore.Row line, String reference) {
        if (isOfSameStatement(line)) {
            return List.of(why(
                    "The other file has this statement in another format: the same balances, and as many lines with the same"
                            + " amounts on the same days.",
                    "Mae’r datganiad hwn yn y ffeil arall mewn fformat arall: yr un balansau, a chynifer o linellau â’r un"
                            + " symiau ar yr un dyddiau."));
        }
        return References.tells(reference)
                ? List.of(why(
                        "The bank gave both the same reference: it is the same line.",
                        "Rhoddodd y banc yr un cyfeirnod i’r ddwy: yr un llinell ydyw."))
                : List.of();
    }

    private static KindOfFile.Why inOneFile(long lines, Optional<Statement> statement) {
        return statement
                .filter(Statement::ties)
                .map(one -> why(
                        "%d equal lines. The balances of their statement, from %s to %s, count each of them: each is real."
                                .formatted(lines, one.opening(), one.closing()),
                        "%d llinell gyfartal. Mae balansau eu datganiad, o %s i %s, yn cyfrif pob un: mae pob un yn go iawn."
                                .formatted(lines, one.opening(), one.closing())))
                .orElseGet(() -> why(
                        ("%d equal lines in one file, and neither a reference nor a balance says more about them. A bank"
                                        + " does not put a line into a file twice, so each counts.")
                                .formatted(lines),
                        ("%d llinell gyfartal mewn un ffeil, ac nid oes cyfeirnod na balans yn dweud mwy amdanynt. Nid yw"
                                        + " banc yn rhoi llinell mewn ffeil ddwywaith, felly mae pob un yn cyfrif.")
                                .formatted(lines)));
    }

    private static KindOfFile.Why inAnother(Alike other, Optional<Statement> statement) {
        return statement
                .filter(Statement::ties)
                .map(one -> why(
                        ("Line %d of %s is equal. One statement follows the other (this one goes from %s to %s), so the"
                                        + " balances count both lines: both are real.")
                                .formatted(other.line(), other.importId(), one.opening(), one.closing()),
                        ("Mae llinell %d o %s yn gyfartal. Mae’r naill ddatganiad yn dilyn y llall (mae hwn yn mynd o %s i"
                                        + " %s), felly mae’r balansau’n cyfrif y ddwy linell: mae’r ddwy yn go iawn.")
                                .formatted(other.line(), other.importId(), one.opening(), one.closing())))
                .orElseGet(() -> why(
                        "Line %d of %s is equal, and this file has one more of them: each counts."
                                .formatted(other.line(), other.importId()),
                        "Mae llinell %d o %s yn gyfartal, ac mae gan y ffeil hon un yn fwy ohonynt: mae pob un yn cyfrif."
                                .formatted(other.line(), other.importId())));
    }

    private static KindOfFile.Why why(String english, String welsh) {
        return new KindOfFile.Why(english, welsh);
    }

    private String reference(LineStore.Row line) {
        return db.sql("""
                select bank_reference
                  from imports_line
                 where import = :id
                   and place = :place
                """)
                .param("id", line.importId())
                .param("place", line.place())
                .query(String.class)
                .single();
    }

    /// The balances of the statement that a line is of.
    record Statement(Money opening, Money closing, boolean ties) {}

    private Optional<Statement> statement(LineStore.Row line) {
        return db.sql("""
                select opening, closing, opening + pence = closing as ties
                  from imports_statement
                 where import = :id
                   and :place between from_place and to_place
                   and opening is not null
                   and closing is not null
                 limit 1
                """)
                .param("id", line.importId())
                .param("place", line.place())
                .query(Statement.class)
                .optional();
    }

    /// Whether the file that brought it before is in another format.
    private boolean isOfSameStatement(LineStore.Row line) {
        var earlier = ImportId.read(line.because().split(" ", 2)[0]);
        return earlier.isPresent()
                && db.sql("""
                        select exists (select
                                         from imports_file mine
                                         join imports_file earlier on earlier.id = :earlier
                                          and earlier.format <> mine.format
                                        where mine.id = :id)
                        """)
                        .param("id", line.importId())
                        .param("earlier", earlier.get())
                        .query(Boolean.class)
                        .single();
    }

    private record Alike(ImportId importId, long line) {}

    /// Others that are like it in everything, the bank's reference among it.
    private List<Alike> alike(LineStore.Row line) {
        return Rows.of(db.sql("""
                select known.import as import_id, known.line
                  from imports_line mine
                 cross join lateral (select import, place, line, occurrence
                                       from imports_line
                                      where booked_on = mine.booked_on
                                        and print = mine.print
                                        and print is not null
                                     offset 0) known
                 where mine.import = :id
                   and mine.place = :place
                   and mine.print is not null
                   and (known.import, known.place) <> (mine.import, mine.place)
                 order by known.occurrence
                 limit :most
                """)
                .param("id", line.importId())
                .param("place", line.place())
                .param("most", MOST_ALIKE)
                .query(Alike.class));
    }

    private int withReferencesOfTheirOwn(LineStore.Row line, String reference) {
        return db.sql("""
                select count(*)
                  from imports_line mine
                  join imports_line other on other.import = mine.import
                   and other.place between :from and :to
                   and other.booked_on = mine.booked_on
                   and other.credit = mine.credit
                   and other.pence = mine.pence
                   and other.bank_account = mine.bank_account
                   and other.code = mine.code
                   and other.payer = mine.payer
                   and other.reference = mine.reference
                   and other.said = mine.said
                   and other.payer_account = mine.payer_account
                   and other.entry <> mine.entry
                   and other.bank_reference not in ('', :reference)
                   and other.outcome <> 'IGNORED'
                 where mine.import = :id
                   and mine.place = :place
                """)
                .param("id", line.importId())
                .param("place", line.place())
                .param("from", line.place() - NEAR)
                .param("to", line.place() + NEAR)
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }
}
