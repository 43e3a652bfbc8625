package localgov.ims.accounts;

import java.util.Map;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.settings.Phrase;

/// What can be wrong with a row of account holders, in both languages: the API says it in English, a page in its own.
final class RowFault {
    static final Phrase NO_FUND = Phrase.both("The fund is missing", "Mae’r gronfa ar goll");
    static final Phrase UNKNOWN_FUND = Phrase.both("There is no such fund", "Nid oes cronfa o’r fath");
    static final Phrase NO_NUMBER = Phrase.both("The number is missing", "Mae’r rhif ar goll");
    static final Phrase NOT_YOURS =
            Phrase.both("You may not load accounts of this fund", "Ni chewch lwytho cyfrifon y gronfa hon");
    static final Phrase CONTROL = Phrase.both("Has control characters", "Mae ynddo nodau rheoli");
    static final Phrase BOTH_BALANCES = Phrase.both(
            "Give the balance in pence or in pounds, not both",
            "Rhowch y balans mewn ceiniogau neu bunnoedd, nid y ddau");
    static final Phrase NOT_POUNDS =
            Phrase.both("Not an amount in pounds, like 125.50", "Nid yw’n swm mewn punnoedd, fel 125.50");
    static final Phrase NOT_PENCE = Phrase.both(
            "Not a whole number of pence. An amount in pounds belongs in balance_pounds",
            "Nid yw’n nifer cyfan o geiniogau. Yn balance_pounds y mae swm mewn punnoedd yn perthyn");
    static final Phrase NOT_YES_NO = Phrase.both("Not true or false", "Nid yw’n true nac yn false");
    static final Phrase NOT_UTF8 = Phrase.both(
            "The file is not UTF-8 from about here on. Save it as UTF-8 and send it again",
            "Nid yw’r ffeil yn UTF-8 o tua’r fan hon ymlaen. Cadwch hi fel UTF-8 a’i hanfon eto");
    static final Phrase BAD_CSV = Phrase.both(
            "The file is not well-formed CSV from here on", "Nid yw’r ffeil yn CSV cywir o’r fan hon ymlaen");
    static final Phrase COLUMN_TWICE = Phrase.both("The column is there twice", "Mae’r golofn yno ddwywaith");
    static final Phrase NO_HEADING = Phrase.both(
            "The heading needs the columns fund and number", "Mae angen y colofnau fund a number yn y pennawd");
    static final Phrase NOT_JSON = Phrase.both("The line is not a JSON object", "Nid yw’r llinell yn wrthrych JSON");
    static final Phrase NO_SUCH_FIELD = Phrase.both("There is no such field", "Nid oes maes o’r fath");
    static final Phrase NOT_PLAIN = Phrase.both(
            "The field must be a text, a number, true, false or null",
            "Rhaid i’r maes fod yn destun, yn rhif, yn true, yn false neu’n null");
    static final Phrase NOT_CUSTOM = Phrase.both(
            "The field must be an object of custom fields by code",
            "Rhaid i’r maes fod yn wrthrych o feysydd ychwanegol yn ôl eu cod");
    static final Phrase NO_SUCH_CUSTOM = Phrase.both(
            "There is no such custom field of account holders", "Nid oes maes ychwanegol o’r fath ar gyfrifon");
    static final Phrase UNKNOWN_FORM = Phrase.both(
            "Send newline-delimited JSON as application/x-ndjson, or CSV as text/csv",
            "Anfonwch JSON fesul llinell fel application/x-ndjson, neu CSV fel text/csv");
    private static final Phrase LONG = Phrase.both("Longer than %d characters", "Yn hirach na %d nod");
    private static final Phrase LONG_LINE =
            Phrase.both("The line is longer than %d characters", "Mae’r llinell yn hirach na %d nod");
    private static final Phrase COLUMNS =
            Phrase.both("The row has %d columns, the heading has %d", "Mae %d colofn yn y rhes, a %d yn y pennawd");
    private static final Phrase UNKNOWN_COLUMN =
            Phrase.both("There is no such column. The columns are %s", "Nid oes colofn o’r fath. Y colofnau yw %s");
    private static final Phrase SAID_OTHERWISE = Phrase.both(
            "The same account is on line %d with other details", "Mae’r un cyfrif ar linell %d gyda manylion eraill");

    private RowFault() {}

    static Phrase longerThan(int most) {
        return LONG.filled(most);
    }

    static Phrase lineLongerThan(int most) {
        return LONG_LINE.filled(most);
    }

    static Phrase columns(int row, int heading) {
        return COLUMNS.filled(row, heading);
    }

    static Phrase unknownColumn(String known) {
        return UNKNOWN_COLUMN.filled(known);
    }

    static Phrase saidOtherwiseOn(long line) {
        return SAID_OTHERWISE.filled(line);
    }

    /// Why a number is none of the fund's.
    static Phrase number(ReferenceCheck.DoesNotFit no) {
        return new Phrase(no.words(), welsh(no.code(), no.args()));
    }

    private static String welsh(String code, Map<String, String> values) {
        return switch (code) {
            case "blank" -> NO_NUMBER.welsh();
            case "length" -> "Rhaid i’r rhif gael %s nod".formatted(length(values));
            case "characters" -> "Mae nod yn y rhif nad yw byth yn rhifau’r gronfa hon";
            case "starts" -> "Rhaid i’r rhif ddechrau â %s".formatted(values.getOrDefault("starts", ""));
            case "check-digit" -> "Nid yw digid gwirio’r rhif yn cyd-fynd";
            default -> "Nid yw’r rhif yn edrych fel rhifau’r gronfa hon";
        };
    }

    private static String length(Map<String, String> values) {
        var shortest = values.getOrDefault("shortest", "");
        var longest = values.getOrDefault("longest", "");
        return shortest.equals(longest) ? shortest : "%s i %s".formatted(shortest, longest);
    }
}
