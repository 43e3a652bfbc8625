package localgov.ims.recognition.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is particular about a line, with its share of all lines in thousandths unless somebody says otherwise.
public enum Mistake {
    PLAIN(Kind.CLEAN, 540),
    AMONG_WORDS(Kind.CLEAN, 120),
    GROUPED(Kind.CLEAN, 60),
    LOWER_CASE(Kind.CLEAN, 20),
    WELSH_WORDS(Kind.CLEAN, 30),
    BILL_SUFFIX(Kind.CLEAN, 15),
    BANK_STAMP(Kind.CLEAN, 40),
    BANK_NUMBER(Kind.CLEAN, 15),
    SPLIT_OVER_FIELDS(Kind.CLEAN, 12),
    WRAPPED_AT_18(Kind.CLEAN, 12),
    IN_THE_NAME(Kind.CLEAN, 12),
    IN_THE_TEXT(Kind.CLEAN, 24),

    NEIGHBOURS_SWAPPED(Kind.REPAIRABLE, 10),
    ONE_WRONG(Kind.REPAIRABLE, 10),
    ONE_MISSING(Kind.REPAIRABLE, 8),
    ONE_TOO_MANY(Kind.REPAIRABLE, 8),
    LOOKS_ALIKE(Kind.REPAIRABLE, 7),
    PREFIX_MISSING(Kind.REPAIRABLE, 4),
    PREFIX_TWICE(Kind.REPAIRABLE, 3),
    SUFFIX_ATTACHED(Kind.REPAIRABLE, 5),
    WORD_ATTACHED(Kind.REPAIRABLE, 6),
    ZEROS_LOST(Kind.REPAIRABLE, 3),
    SCIENTIFIC(Kind.REPAIRABLE, 2),
    OLD_REFERENCE(Kind.KNOWN_PAYER, 4),
    CUT_OFF(Kind.KNOWN_PAYER, 4),
    PROPERTY_REFERENCE(Kind.KNOWN_PAYER, 4),
    POSTCODE(Kind.KNOWN_PAYER, 3),
    NAME_ONLY(Kind.KNOWN_PAYER, 6),
    WORDS_ONLY(Kind.KNOWN_PAYER, 5),

    TWO_REFERENCES(Kind.NOBODYS, 4),
    OTHER_SERVICE(Kind.NOBODYS, 6),
    AGENT(Kind.NOBODYS, 3),
    RETURNED(Kind.NOBODYS, 2),
    NOTHING(Kind.NOBODYS, 8);

    /// What ought to become of a line.
    public enum Kind {
        /// The reference is whole and right: it is to be posted.
        CLEAN,
        /// The reference has one thing wrong with it: the account is to be suggested.
        REPAIRABLE,
        /// Nothing of the reference is left, but this bank account may have paid before: then it is to be suggested.
        KNOWN_PAYER,
        /// No one account is meant: it is not to be posted.
        NOBODYS
    }

    private final Kind kind;
    private final int share;

    Mistake(Kind kind, int share) {
        this.kind = kind;
        this.share = share;
    }

    public Kind kind() {
        return kind;
    }

    int share() {
        return share;
    }

    /// As it is written in files and options: `one-wrong`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Mistake> of(String code) {
        return Arrays.stream(values())
                .filter(mistake -> mistake.code().equals(code))
                .findFirst();
    }
}
