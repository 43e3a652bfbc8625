package localgov.ims.recognition;

import java.util.Arrays;
import java.util.Optional;

/// How a suggestion was come by. The code is kept with every decision, so that it can be said how often suggestions of
/// its kind were right.
public enum How {
    /// The number stands there, but it alone was not enough to place the money.
    WRITTEN("written", 50, "", ""),
    /// One of several accounts that the line names.
    ONE_OF_SEVERAL("one-of-several", 40, "", ""),
    /// It stands there with letters or digits attached.
    ATTACHED("attached", 45, "", ""),
    LOOKS_ALIKE(
            "looks-alike",
            44,
            "“%s” is %s with letters and digits that look alike mixed up",
            "“%s” yw %s gyda llythrennau a digidau tebyg wedi’u cymysgu"),
    PREFIX_MISSING("prefix-missing", 42, "“%s” is %s without its beginning", "“%s” yw %s heb ei ddechrau"),
    PREFIX_TWICE("prefix-twice", 44, "“%s” is %s with its beginning twice", "“%s” yw %s gyda’i ddechrau ddwywaith"),
    MORE_BEHIND("more-behind", 41, "“%s” begins with %s", "Mae “%s” yn dechrau â %s"),
    MORE_BEFORE("more-before", 38, "“%s” ends with %s", "Mae “%s” yn gorffen â %s"),
    ZEROS_LOST("zeros-lost", 40, "“%s” is %s without some of its zeros", "“%s” yw %s heb rai o’i seroau"),
    SWAPPED("swapped", 40, "“%s” is %s with two neighbours swapped", "“%s” yw %s gyda dau nod cyfagos wedi’u cyfnewid"),
    WRONG("wrong", 30, "“%s” is %s with one character wrong", "“%s” yw %s gydag un nod yn anghywir"),
    MISSING("missing", 30, "“%s” is %s with one character missing", "“%s” yw %s gydag un nod ar goll"),
    TOO_MANY("too-many", 34, "“%s” is %s with one character too many", "“%s” yw %s gydag un nod yn ormod"),
    ROUNDED("rounded", 26, "“%s” is %s as a spreadsheet rounds it", "“%s” yw %s fel y mae taenlen yn ei dalgrynnu"),
    /// Another account, one slip away from the one that is written.
    NEIGHBOUR("neighbour", 28, "“%s” is one slip of the pen away from %s", "Mae “%s” un llithriad i ffwrdd o %s"),
    /// Nothing of it is written: the payer paid it before.
    PAID_BEFORE("paid-before", 0, "", ""),
    /// It fits, but nobody can know.
    FITS("fits", 4, "", "");

    private final String code;
    final int weight;
    private final String english;
    private final String welsh;

    How(String code, int weight, String english, String welsh) {
        this.code = code;
        this.weight = weight;
        this.english = english;
        this.welsh = welsh;
    }

    public String code() {
        return code;
    }

    public static Optional<How> of(String code) {
        return Arrays.stream(values()).filter(how -> how.code.equals(code)).findFirst();
    }

    Reason reason(String quote, String account) {
        return new Reason(english.formatted(quote, account), welsh.formatted(quote, account));
    }

    /// As what recognition thought of a place is a suggestion.
    static How of(Rule rule, boolean known) {
        return switch (rule) {
            case NEIGHBOURS, LOOSE, ANOTHER_NUMBER, RETURNED -> WRITTEN;
            case TOUCHED -> known ? ATTACHED : FITS;
            case NO_SUCH_ACCOUNT, TOO_COMMON, TWO_PLACES, NOTHING -> FITS;
            default -> ONE_OF_SEVERAL;
        };
    }
}
