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
                must(total.check().matches("[a-z][a-z0-9-]{0,40}"), path + ".check", ProfileRule.CHECK_NAME);
            case ProfileRecord.Line line ->
                must(line.undoes() == null || line.reversal() != null, path + ".undoes", ProfileRule.REVERSAL_MISSING);
            case ProfileRecord.Ignored ignored ->
                must(!ignored.reason().isBlank(), path + ".reason", ProfileRule.REASON_MISSING);
            case ProfileRecord.StatedBalance balance ->
                must(!balance.kind().isBlank(), path + ".kind", ProfileRule.BALANCE_NAME_MISSING);
            case ProfileRecord.Header header -> {
                for (var name : header.values().keySet()) {
                    must(name.matches("[a-z][a-z0-9_]{0,40}"), path + ".values", ProfileRule.VALUE_NAME);
                }
            }
            default -> {}
        }
    }

    private void whole(Profile whole) {
        must(whole.language() == Profile.LANGUAGE, "language", ProfileRule.LANGUAGE);
        must(
                whole.code().matches("[a-z0-9][a-z0-9-]*") && whole.code().length() <= Profile.LONGEST_CODE,
                "code",
                ProfileRule.CODE);
        must(whole.money() != null, "money", ProfileRule.MONEY_MISSING);
        must(whole.version() >= 1, "version", ProfileRule.VERSION);
        must(!whole.name().isBlank() && whole.name().length() <= Profile.LONGEST_NAME, "name", ProfileRule.NAME);
        range("shape." + ProfileTree.tag((Record) shape) + ".skip", shape.skip(), 0, MOST_SKIPPED);
        must(whole.records().stream().anyMatch(ProfileRecord.Line.class::isInstance), "records", ProfileRule.NO_ENTRY);
        for (int i = 0; i + 1 < whole.records().size(); i++) {
            must(whole.records().get(i).when() != null, "records[" + i + "]", ProfileRule.TAKES_EVERY_ROW);
        }
    }

    private void delimited(String path, ProfileShape.Delimited columns) {
        var delimiter = columns.delimiter();
        must(
                delimiter.length() == 1
                        && !Character.isLetterOrDigit(delimiter.charAt(0))
                        && "\r\n".indexOf(delimiter) < 0,
                path + ".delimiter",
                ProfileRule.DELIMITER);
        var quote = columns.quote();
        must(
                quote == null
                        || quote.isEmpty()
                        || (quote.length() == 1 && !quote.equals(delimiter) && "\r\n".indexOf(quote) < 0),
                path + ".quote",
                ProfileRule.QUOTE);
        range(path + ".columns", columns.columns(), 1, DelimitedRows.MOST_COLUMNS);
        must(
                columns.columns() == null || columns.headings() == null,
                path + ".columns",
                ProfileRule.COLUMNS_BESIDE_HEADINGS);
    }

    private void text(String path, ProfileText text) {
        boolean fixed = shape instanceof ProfileShape.FixedWidth;
        switch (text) {
            case ProfileText.Column(var column) -> {
                int number = Sources.column(column);
                must(number >= 0 && number < LAST_COLUMN, path + ".column", ProfileRule.COLUMN);
                must(!fixed, path + ".column", ProfileRule.COLUMN_IN_FIXED_WIDTH);
                must(
                        shape instanceof ProfileShape.Spreadsheet
                                || column.chars().noneMatch(Character::isLetter),
                        path + ".column",
                        ProfileRule.LETTERED_COLUMN);
            }
            case ProfileText.Heading heading -> {
                must(!heading.heading().isBlank(), path + ".heading", ProfileRule.HEADING_EMPTY);
                must(shape.headings() != null, path + ".heading", ProfileRule.NO_HEADINGS);
            }
            case ProfileText.Positions(int from, int to) -> {
                must(from >= 1 && from <= to && to <= Lines.LONGEST, path, ProfileRule.POSITIONS);
                must(fixed, path, ProfileRule.POSITIONS_OUTSIDE_FIXED_WIDTH);
            }
            case ProfileText.FromHeader(var name) ->
                must(named.contains(name), path + ".header", ProfileRule.HEADER_VALUE_MISSING);
            case ProfileText.Join joined -> pieces(path + ".join", joined.join(), ProfileRule.NOTHING_TO_JOIN);
            case ProfileText.First(var pieces) -> pieces(path + ".first", pieces, ProfileRule.NOTHING_TO_CHOOSE);
            case ProfileText.Tidied tidied -> tidied(path, tidied);
            case ProfileText.Constant _ -> {}
        }
    }

    private void pieces(String path, List<ProfileText> pieces, ProfileRule none) {
        must(!pieces.isEmpty(), path, none);
        must(pieces.size() <= MOST_PIECES, path, ProfileRule.PIECES, MOST_PIECES);
    }

    private void tidied(String path, ProfileText.Tidied tidied) {
        int from = tidied.from() == null ? 1 : tidied.from();
        must(from >= 1 && (tidied.to() == null || tidied.to() >= from), path, ProfileRule.CHARACTERS);
        must(
                Stream.of(tidied.after(), tidied.before(), tidied.without(), tidied.remove())
                        .noneMatch(""::equals),
                path,
                ProfileRule.SEARCH_EMPTY);
    }

    private void condition(String path, ProfileCondition condition) {
        switch (condition) {
            case ProfileCondition.All(var all) -> must(!all.isEmpty(), path + ".all", ProfileRule.NO_CONDITION);
            case ProfileCondition.Any(var any) -> must(!any.isEmpty(), path + ".any", ProfileRule.NO_CONDITION);
            case ProfileCondition.Row(int row) -> must(row >= 1, path + ".row", ProfileRule.ROW);
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
                must(tests == 1, path, ProfileRule.ONE_TEST);
            }
        }
    }

    private void sign(String path, ProfileAmount.Sign sign) {
        boolean marks = !sign.credit().isEmpty() || !sign.debit().isEmpty();
        must(
                sign.always() == null ? marks : !marks && sign.beside() == null && sign.otherwise() == null,
                path,
                ProfileRule.SIGN);
    }

    private void day(String path, ProfileDay day) {
        must(!day.formats().isEmpty(), path + ".formats", ProfileRule.FORMAT_MISSING);
        for (int i = 0; i < day.formats().size(); i++) {
            must(DayReader.isFormat(day.formats().get(i)), path + ".formats[" + i + "]", ProfileRule.FORMAT);
        }
        range(path + ".century", day.century(), 1900, 2100);
    }

    private void range(String path, @Nullable Integer number, int least, int most) {
        must(number == null || (number >= least && number <= most), path, ProfileRule.RANGE, least, most);
    }

    private void must(boolean holds, String path, ProfileRule otherwise, Object... values) {
        if (!holds) {
            faults.add(ProfileFault.of(path, otherwise, values));
        }
    }
}
