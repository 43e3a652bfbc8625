package localgov.ims.formats.profiles;

/// What a profile can get wrong: each by its name, which other languages can be looked up by, and its sentence in
/// English, in which `{0}` and `{1}` stand for what [ProfileFault#values] gives.
public enum ProfileRule {
    CHECK_NAME("The name of a check is made of small letters, digits and hyphens."),
    REVERSAL_MISSING("Say which rows undo another: reversal."),
    REASON_MISSING("Say why these rows are ignored."),
    BALANCE_NAME_MISSING("Say what the balance is called."),
    VALUE_NAME("The name of a value is made of small letters, digits and underscores."),
    LANGUAGE("This version of the language of profiles is not known."),
    CODE("The code is made of small letters, digits and hyphens."),
    MONEY_MISSING("Say where the money of the entries is: bank, agent or advice."),
    VERSION("The version is counted from 1."),
    NAME("The name has 1 to 100 characters."),
    NO_ENTRY("There must be a kind of row that is an entry: line."),
    TAKES_EVERY_ROW("Without a condition this takes every row, so the kinds behind it never get one."),
    DELIMITER("The delimiter is one character that is no letter, digit or end of a line."),
    QUOTE("The quote is one character other than the delimiter, or nothing."),
    COLUMNS_BESIDE_HEADINGS("Where there are headings, they say how many columns there are."),
    COLUMN("A column is a number from 1, or letters as in a spreadsheet."),
    COLUMN_IN_FIXED_WIDTH("A file of fixed width has no columns: use from and to."),
    LETTERED_COLUMN("Only the columns of a spreadsheet have letters."),
    HEADING_EMPTY("The heading is empty."),
    NO_HEADINGS("The shape says that there are no headings."),
    POSITIONS("Positions are counted from 1, and the last is not before the first."),
    POSITIONS_OUTSIDE_FIXED_WIDTH("Only a file of fixed width has positions: use column or heading."),
    HEADER_VALUE_MISSING("No header gives a value of this name."),
    NOTHING_TO_JOIN("There is nothing to join."),
    NOTHING_TO_CHOOSE("There is nothing to choose from."),
    CHARACTERS("Characters are counted from 1, and the last is not before the first."),
    SEARCH_EMPTY("What is looked for in a text must not be empty."),
    NO_CONDITION("There is no condition in it."),
    ROW("Rows are counted from 1."),
    ONE_TEST("There must be exactly one test: is, one_of, starts_with, ends_with, contains, empty, digits or amount."),
    SIGN("A sign is either always the same, or credit and debit list the texts that say it."),
    FORMAT_MISSING("There must be a format."),
    FORMAT("This is no format of a day; one is dd/MM/yyyy."),
    WHOLE_NUMBER("This must be a whole number."),
    TRUE_OR_FALSE("This must be true or false."),
    TEXT("This must be a text."),
    OBJECT("This must be an object."),
    MISSING("This is missing."),
    PIECES("There are more than {0} pieces."),
    RANGE("This must be a number from {0} to {1}."),
    LONGEST("A profile has at most {0} characters."),
    NOT_JSON(
            "This is not JSON at line {0}, column {1}: a comma, a quote or a bracket is missing or too many, or a name stands twice."),
    LONGEST_TEXT("This text is longer than {0} characters."),
    ONE_OF("This must be one of: {0}."),
    LIST("This must be a list of at most {0}."),
    MAP("This must be an object with at most {0} names."),
    WITH_ONE_OF("This must be an object with one of: {0}."),
    NOTHING_BUT_ONE_OF("This must be an object with nothing but one of: {0}."),
    NOT_KNOWN("This is not known; known are: {0}.");

    private final String sentence;

    ProfileRule(String sentence) {
        this.sentence = sentence;
    }

    /// The sentence, with places for values.
    public String sentence() {
        return sentence;
    }
}
