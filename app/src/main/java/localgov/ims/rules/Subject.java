package localgov.ims.rules;

import java.util.Arrays;
import java.util.Optional;
import localgov.ims.settings.Phrase;

/// What of a line a test looks at.
enum Subject {
    TEXT("text", Sort.TEXT, "the text", "y testun"),
    REFERENCE("reference", Sort.TEXT, "the payer’s reference", "cyfeirnod y talwr"),
    PAYER("payer", Sort.TEXT, "the payer’s name", "enw’r talwr"),
    NARRATIVE("narrative", Sort.TEXT, "the bank’s other text", "testun arall y banc"),
    CODE("code", Sort.TEXT, "the bank’s code", "cod y banc"),
    PAYER_ACCOUNT("payer-account", Sort.ACCOUNT, "the payer’s bank account", "cyfrif banc y talwr"),
    BANK_ACCOUNT("bank-account", Sort.TEXT, "our bank account", "ein cyfrif banc"),
    SOURCE("source", Sort.TEXT, "the import source", "ffynhonnell y ffeil"),
    METHOD("method", Sort.TEXT, "the method of payment", "y dull talu"),
    AMOUNT("amount", Sort.MONEY, "the amount", "y swm"),
    DAY("day", Sort.DAY, "the day", "y diwrnod"),
    DAY_OF_MONTH("day-of-month", Sort.NUMBER, "the day of the month", "diwrnod y mis"),
    DIRECTION("direction", Sort.DIRECTION, "the direction", "y cyfeiriad");

    /// What values of it look like.
    enum Sort {
        TEXT,
        /// Sort code and account number, or IBAN: letters and digits alone count.
        ACCOUNT,
        MONEY,
        NUMBER,
        DAY,
        /// `in` or `out`.
        DIRECTION
    }

    private final String code;
    private final Sort sort;
    private final Phrase words;

    Subject(String code, Sort sort, String english, String welsh) {
        this.code = code;
        this.sort = sort;
        this.words = Phrase.both(english, welsh);
    }

    String code() {
        return code;
    }

    Sort sort() {
        return sort;
    }

    /// As it stands inside a sentence.
    Phrase words() {
        return words;
    }

    static Optional<Subject> of(String code) {
        return Arrays.stream(values())
                .filter(subject -> subject.code.equals(code))
                .findFirst();
    }
}
