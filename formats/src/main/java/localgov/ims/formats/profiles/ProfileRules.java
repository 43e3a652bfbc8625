package localgov.ims.formats.profiles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import localgov.ims.formats.reading.Lines;
import org.jspecify.annotations.Nullable;

/// What must be so in a profile by which files can be read, beyond its being well formed.
final class ProfileRules {

    private static final int MOST_SKIPPED = 1_000;
    private static final int LAST_COLUMN = 16_384;
    private static final int MOST_PIECES = 50;

    private final Profile profile;
    private final ProfileShape shape;
    private final List<ProfileFault> faults = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    ProfileRules(Profile profile) {
        this.profile = profile;
        this.shape = profile.shape();
        ProfileTree.all(profile, ProfileRecord.Header.class)
                .forEach(header -> named.addAll(header.values().keySet()));
    }

    /// Every heading that a profile names.
    static List<ProfileText.Heading> headings(Profile profile) {
        return ProfileTree.all(profile, ProfileText.Heading.class);
    }

    static boolean namesHeadings(ProfileRecord record) {
        return !ProfileTree.all((Record) record, ProfileText.Heading.class).isEmpty();
    }

    List<ProfileFault> faults() {
        ProfileTree.walk(profile, this::look);
        return List.copyOf(faults);
    }

    private void look(String path, Record node) {
        switch (node) {
            case Profile whole -> whole(whole);
            case ProfileShape.Delimited columns -> delimited(path, columns);
            case ProfileShape.FixedWidth fixed -> range(path + ".shortest", fixed.shortest(), 1, Lines.LONGEST);
            case ProfileText text -> text(path, text);
            case ProfileCondition condition -> condition(path, condition);
            case ProfileAmount amount -> range(path + ".decimals", amount.decimals(), 0, 5);
            case ProfileAmount.Sign sign -> sign(path, sign);
            case ProfileDay day -> day(path, day);
            case ProfileTotal total ->
                must(
                        total.check().matches("[a-z][a-z0-9-]{0,40}"),
                        path + ".check",
                        "The name of a check is made of small letters, digits and hyphens.");
            case ProfileRecord.Line line ->
                must(
                        line.undoes() == null || line.reversal() != null,
                        path + ".undoes",
                        "Say which rows undo another: reversal.");
            case ProfileRecord.Ignored ignored ->
                must(!ignored.reason().isBlank(), path + ".reason", "Say why these rows are ignored.");
            case ProfileRecord.StatedBalance balance ->
                must(!balance.kind().isBlank(), path + ".kind", "Say what the balance is called.");
            case ProfileRecord.Header header -> {
                for (var name : header.values().keySet()) {
                    must(
                            name.matches("[a-z][a-z0-9_]{0,40}"),
                            path + ".values",
                            "The name of a value is made of small letters, digits and underscores.");
                }
            }
            default -> {}
        }
    }

    private void whole(Profile whole) {
        must(
                whole.language() == Profile.LANGUAGE,
                "language",
                "This version of the language of profiles is not known.");
        must(
                whole.code().matches("[a-z0-9][a-z0-9-]*") && whole.code().length() <= Profile.LONGEST_CODE,
                "code",
                "The code is made of small letters, digits and hyphens.");
        must(whole.money() != null, "money", "Say where the money of the entries is: bank, agent or advice.");
        must(whole.version() >= 1, "version", "The version is counted from 1.");
        must(
                !whole.name().isBlank() && whole.name().length() <= Profile.LONGEST_NAME,
                "name",
                "The name has 1 to 100 characters.");
        range("shape." + ProfileTree.tag((Record) shape) + ".skip", shape.skip(), 0, MOST_SKIPPED);
        must(
                whole.records().stream().anyMatch(ProfileRecord.Line.class::isInstance),
                "records",
                "There must be a kind of row that is an entry: line.");
        for (int i = 0; i + 1 < whole.records().size(); i++) {
            must(
                    whole.records().get(i).when() != null,
                    "records[" + i + "]",
                    "Without a condition this takes every row, so the kinds behind it never get one.");
        }
    }

    private void delimited(String path, ProfileShape.Delimited columns) {
        var delimiter = columns.delimiter();
        must(
                delimiter.length() == 1
                        && !Character.isLetterOrDigit(delimiter.charAt(0))
                        && "\r\n".indexOf(delimiter) < 0,
                path + ".delimiter",
                "The delimiter is one character that is no letter, digit or end of a line.");
        var quote = columns.quote();
        must(
                quote == null
                        || quote.isEmpty()
                        || (quote.length() == 1 && !quote.equals(delimiter) && "\r\n".indexOf(quote) < 0),
                path + ".quote",
                "The quote is one character other than the delimiter, or nothing.");
        range(path + ".columns", columns.columns(), 1, DelimitedRows.MOST_COLUMNS);
        must(
                columns.columns() == null || columns.headings() == null,
                path + ".columns",
                "Where there are headings, they say how many columns there are.");
    }

    private void text(String path, ProfileText text) {
        boolean fixed = shape instanceof ProfileShape.FixedWidth;
        switch (text) {
            case ProfileText.Column(var column) -> {
                int number = Sources.column(column);
                must(
                        number >= 0 && number < LAST_COLUMN,
                        path + ".column",
                        "A column is a number from 1, or letters as in a spreadsheet.");
                must(!fixed, path + ".column", "A file of fixed width has no columns: use from and to.");
                must(
                        shape instanceof ProfileShape.Spreadsheet
                                || column.chars().noneMatch(Character::isLetter),
                        path + ".column",
                        "Only the columns of a spreadsheet have letters.");
            }
            case ProfileText.Heading heading -> {
                must(!heading.heading().isBlank(), path + ".heading", "The heading is empty.");
                must(shape.headings() != null, path + ".heading", "The shape says that there are no headings.");
            }
            case ProfileText.Positions(int from, int to) -> {
                must(
                        from >= 1 && from <= to && to <= Lines.LONGEST,
                        path,
                        "Positions are counted from 1, and the last is not before the first.");
                must(fixed, path, "Only a file of fixed width has positions: use column or heading.");
            }
            case ProfileText.FromHeader(var name) ->
                must(named.contains(name), path + ".header", "No header gives a value of this name.");
            case ProfileText.Join joined -> pieces(path + ".join", joined.join(), "There is nothing to join.");
            case ProfileText.First(var pieces) -> pieces(path + ".first", pieces, "There is nothing to choose from.");
            case ProfileText.Tidied tidied -> tidied(path, tidied);
            case ProfileText.Constant _ -> {}
        }
    }

    private void pieces(String path, List<ProfileText> pieces, String none) {
        must(!pieces.isEmpty(), path, none);
        must(pieces.size() <= MOST_PIECES, path, "There are more than " + MOST_PIECES + " pieces.");
    }

    private void tidied(String path, ProfileText.Tidied tidied) {
        int from = tidied.from() == null ? 1 : tidied.from();
        must(
                from >= 1 && (tidied.to() == null || tidied.to() >= from),
                path,
                "Characters are counted from 1, and the last is not before the first.");
        must(
                Stream.of(tidied.after(), tidied.before(), tidied.without(), tidied.remove())
                        .noneMatch(""::equals),
                path,
                "What is looked for in a text must not be empty.");
    }

    private void condition(String path, ProfileCondition condition) {
        switch (condition) {
            case ProfileCondition.All(var all) -> must(!all.isEmpty(), path + ".all", "There is no condition in it.");
            case ProfileCondition.Any(var any) -> must(!any.isEmpty(), path + ".any", "There is no condition in it.");
            case ProfileCondition.Row(int row) -> must(row >= 1, path + ".row", "Rows are counted from 1.");
            case ProfileCondition.Not _ -> {}
            case ProfileCondition.Test test -> {
                long tests = Stream.of(
                                        test.is(),
                                        test.startsWith(),
                                        test.endsWith(),
                                        test.contains(),
                                        test.empty(),
                                        test.digits(),
                                        test.amount())
                                .filter(given -> given != null)
                                .count()
                        + (test.oneOf().isEmpty() ? 0 : 1);
                must(
                        tests == 1,
                        path,
                        "There must be exactly one test: is, one_of, starts_with, ends_with, contains, empty, digits or amount.");
            }
        }
    }

    private void sign(String path, ProfileAmount.Sign sign) {
        boolean marks = !sign.credit().isEmpty() || !sign.debit().isEmpty();
        must(
                sign.always() == null ? marks : !marks && sign.beside() == null && sign.otherwise() == null,
                path,
                "A sign is either always the same, or credit and debit list the texts that say it.");
    }

    private void day(String path, ProfileDay day) {
        must(!day.formats().isEmpty(), path + ".formats", "There must be a format.");
        for (int i = 0; i < day.formats().size(); i++) {
            must(
                    DayReader.isFormat(day.formats().get(i)),
                    path + ".formats[" + i + "]",
                    "This is no format of a day; one is dd/MM/yyyy.");
        }
        range(path + ".century", day.century(), 1900, 2100);
    }

    private void range(String path, @Nullable Integer number, int least, int most) {
        must(
                number == null || (number >= least && number <= most),
                path,
                "This must be a number from " + least + " to " + most + ".");
    }

    private void must(boolean holds, String path, String otherwise) {
        if (!holds) {
            faults.add(new ProfileFault(path, otherwise));
        }
    }
}
