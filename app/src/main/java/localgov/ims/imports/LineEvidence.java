package localgov.ims.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Says of a line that is like others why they are several payments, or one: by the bank's references, by its balances,
/// or by nothing but the file. Of a preview it says what it will say of the file.
@Component
class LineEvidence {
    /// How far before and behind a line others are looked for that are like it but for the bank's reference.
    private static final int NEAR = 10_000;

    /// Over more places than these, lines are not compared but for the bank's references.
    private static final int MOST_PLACES = 100_000;

    private static final int MOST_ALIKE = 100;

    private final JdbcClient db;

    LineEvidence(JdbcClient db) {
        this.db = db;
    }

    /// Sentences in both languages about lines of one file, by their places; none about those that are like no other.
    Map<Integer, List<KindOfFile.Why>> of(List<LineStore.Row> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        var id = lines.getFirst().importId();
        var asked = lines.stream().map(LineStore.Row::place).toArray(Integer[]::new);
        var references = references(id, asked);
        var statements =
                statements(id, lines.getFirst().place(), lines.getLast().place());
        var alike = alike(id, asked);
        var referred = withReferencesOfTheirOwn(id, asked, references);
        var told = new HashMap<Integer, List<KindOfFile.Why>>();
        var otherFormats = inOtherFormats(id, lines);
        for (var line : lines) {
            int place = line.place();
            told.put(
                    place,
                    Ignoring.isSeenBefore(line.rule())
                            ? seenBefore(
                                    earlier(line).filter(otherFormats::contains).isPresent(),
                                    references.getOrDefault(place, ""))
                            : taken(
                                    id,
                                    alike.getOrDefault(place, List.of()),
                                    statement(statements, place),
                                    referred.getOrDefault(place, 0)));
        }
        return told;
    }

    private static List<KindOfFile.Why> taken(
            ImportId id, List<Alike> alike, Optional<Statement> statement, int referred) {
        var said = new ArrayList<KindOfFile.Why>();
        long inFile = alike.stream().filter(one -> one.importId().equals(id)).count();
        if (inFile > 0) {
            said.add(inOneFile(inFile + 1, statement));
        }
        alike.stream()
                .filter(one -> !one.importId().equals(id))
                .findFirst()
                .ifPresent(other -> said.add(inAnother(other, statement)));
        if (referred > 0) {
            said.add(why(
                    "%d equal lines. The bank gave each a reference of its own: each is a payment of its own."
                            .formatted(referred + 1),
                    "%d llinell gyfartal. Rhoddodd y banc ei gyfeirnod ei hun i bob un: mae pob un yn daliad ar wahân."
                            .formatted(referred + 1)));
        }
        return said;
    }

    private static List<KindOfFile.Why> seenBefore(boolean inOtherFormat, String reference) {
        if (inOtherFormat) {
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

    private record Referred(int place, String reference) {}

    private Map<Integer, String> references(ImportId id, Integer[] places) {
        return Rows.of(db.sql("""
                        select place, bank_reference as reference
                          from imports_line_told
                         where import = :id
                           and place = any (cast(:places as int[]))
                           and bank_reference <> ''
                        """).param("id", id).param("places", places).query(Referred.class)).stream()
                .collect(Collectors.toMap(Referred::place, Referred::reference));
    }

    /// The balances of a statement, and the places of its lines.
    private record Statement(int fromPlace, int toPlace, Money opening, Money closing, boolean ties) {}

    /// By their first place.
    private NavigableMap<Integer, Statement> statements(ImportId id, int first, int last) {
        var statements = new TreeMap<Integer, Statement>();
        db.sql("""
                select from_place, to_place, opening, closing, opening + pence = closing as ties
                  from imports_statement_told
                 where import = :id
                   and to_place >= :first
                   and from_place between 1 and :last
                   and opening is not null
                   and closing is not null
                """)
                .param("id", id)
                .param("first", first)
                .param("last", last)
                .query(Statement.class)
                .list()
                .forEach(one -> statements.put(one.fromPlace(), one));
        return statements;
    }

    private static Optional<Statement> statement(NavigableMap<Integer, Statement> statements, int place) {
        return Optional.ofNullable(statements.floorEntry(place))
                .map(Map.Entry::getValue)
                .filter(one -> place <= one.toPlace());
    }

    /// Which files that had brought a line before are in another format than the one that is looked at.
    private Set<ImportId> inOtherFormats(ImportId id, List<LineStore.Row> lines) {
        var earlier = lines.stream()
                .filter(line -> Ignoring.isSeenBefore(line.rule()))
                .flatMap(line -> earlier(line).stream())
                .distinct()
                .map(file -> file.value().toString())
                .toArray(String[]::new);
        return earlier.length == 0
                ? Set.of()
                : Set.copyOf(Rows.of(
                        db.sql("""
                        select earlier.id as value
                          from imports_file mine
                          join imports_file earlier on earlier.format <> mine.format
                         where mine.id = :id
                           and earlier.id = any (cast(:earlier as uuid[]))
                        """).param("id", id).param("earlier", earlier).query(ImportId.class)));
    }

    private static Optional<ImportId> earlier(LineStore.Row line) {
        return ImportId.read(line.because().split(" ", 2)[0]);
    }

    private record Alike(int place, ImportId importId, long line) {}

    /// Others that are like a line in everything, the bank's reference among it.
    private Map<Integer, List<Alike>> alike(ImportId id, Integer[] places) {
        return Rows.of(db.sql("""
                        select mine.place, known.import as import_id, known.line
                          from imports_line_told mine
                         cross join lateral (select import, place, line, occurrence
                                               from imports_line_told
                                              where booked_on = mine.booked_on
                                                and print = mine.print
                                                and print is not null
                                                and (not previewed or import = mine.import)
                                              order by occurrence
                                              limit :most) known
                         where mine.import = :id
                           and mine.place = any (cast(:places as int[]))
                           and mine.print is not null
                           and (known.import, known.place) <> (mine.import, mine.place)
                         order by mine.place, known.occurrence
                        """)
                        .param("id", id)
                        .param("places", places)
                        .param("most", MOST_ALIKE)
                        .query(Alike.class))
                .stream()
                .collect(Collectors.groupingBy(Alike::place));
    }

    private record Others(int place, int others) {}

    /// How many near a line are like it but for the reference that the bank gave each.
    private Map<Integer, Integer> withReferencesOfTheirOwn(
            ImportId id, Integer[] places, Map<Integer, String> references) {
        int first = places[0];
        int last = places[places.length - 1];
        if (last - first > MOST_PLACES || references.values().stream().noneMatch(References::tells)) {
            return Map.of();
        }
        return Rows.of(db.sql("""
                        select mine.place, count(*) as others
                          from imports_line_told mine
                          join imports_line_told other on other.booked_on = mine.booked_on
                           and other.credit = mine.credit
                           and other.pence = mine.pence
                           and other.bank_account = mine.bank_account
                           and other.code = mine.code
                           and other.payer = mine.payer
                           and other.reference = mine.reference
                           and other.said = mine.said
                           and other.payer_account = mine.payer_account
                           and other.entry <> mine.entry
                           and other.bank_reference <> mine.bank_reference
                         where mine.import = :id
                           and mine.place = any (cast(:places as int[]))
                           and mine.bank_reference <> ''
                           and mine.outcome <> 'IGNORED'
                           and other.import = :id
                           and other.place between :from and :to
                           and other.bank_reference <> ''
                           and other.outcome <> 'IGNORED'
                         group by mine.place
                        """)
                        .param("id", id)
                        .param("places", places)
                        .param("from", first - NEAR)
                        .param("to", last + NEAR)
                        .query(Others.class))
                .stream()
                .filter(one -> References.tells(references.getOrDefault(one.place(), "")))
                .collect(Collectors.toMap(Others::place, Others::others));
    }
}
