package localgov.ims.recognition;

import java.util.Arrays;
import java.util.Optional;

/// Why something was recognised or not. The code is kept with the line for ever.
public enum Rule {
    /// The payer's reference is an account number and nothing else.
    WHOLE_REFERENCE("reference"),
    /// An account number stands in the payer's reference, among other words.
    IN_REFERENCE("in-reference"),
    /// An account number stands in the bank's other text.
    IN_TEXT("in-text"),
    /// An account number stands where the payer's name should be.
    IN_NAME("in-name"),
    /// An account number begins in one field and ends in the next.
    SPLIT("split"),

    /// Several places are possible.
    TWO_PLACES("two-places"),
    /// It names an account, but another account is one slip of the pen away and as likely.
    NEIGHBOURS("neighbours"),
    /// It names an account, but by chance any number in such a text might.
    LOOSE("loose"),
    /// It names an account, and another number in it may be a second reference.
    ANOTHER_NUMBER("another-number"),
    /// It names an account, but the bank says that this is money coming back.
    RETURNED("returned"),
    /// An account number with letters or digits attached: perhaps a slip of the pen.
    TOUCHED("touched"),
    /// It looks like an account number, but there is no such account.
    NO_SUCH_ACCOUNT("no-such-account"),
    /// It could be a reference, but so could many numbers.
    TOO_COMMON("too-common"),
    /// Nothing looks like a reference.
    NOTHING("nothing");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }
}
