package localgov.ims.formats.standard18;

import localgov.ims.formats.Direction;
import localgov.ims.formats.Returned;
import org.jspecify.annotations.Nullable;

/// The transaction codes of the Standard 18 family as British banks use them in the files they send.
public enum Standard18Code {
    SETTLEMENT("86", Direction.CREDIT),
    DIVIDEND_WITH_VOUCHER("90", Direction.CREDIT),
    SUNDRY_CREDIT("93", Direction.CREDIT),
    BACS_CREDIT("99", Direction.CREDIT),
    INTEREST("Z4", Direction.CREDIT),
    DIVIDEND("Z5", Direction.CREDIT),
    CREDIT_RETURNED("RA", Direction.CREDIT),
    FIRST_DIRECT_DEBIT("01", Direction.DEBIT),
    SUNDRY_DEBIT("03", Direction.DEBIT),
    CHEQUE("11", Direction.DEBIT),
    DIRECT_DEBIT("17", Direction.DEBIT),
    DIRECT_DEBIT_AGAIN("18", Direction.DEBIT),
    LAST_DIRECT_DEBIT("19", Direction.DEBIT),
    UNPAID_FIRST_DIRECT_DEBIT("U1", Direction.DEBIT),
    UNPAID_DIRECT_DEBIT("U7", Direction.DEBIT),
    UNPAID_DIRECT_DEBIT_AGAIN("U8", Direction.DEBIT),
    UNPAID_LAST_DIRECT_DEBIT("U9", Direction.DEBIT);

    private static final @Nullable Standard18Code[] BY_CHARACTERS = new Standard18Code[128 * 128];

    static {
        for (var code : values()) {
            BY_CHARACTERS[code.characters.charAt(0) << 7 | code.characters.charAt(1)] = code;
        }
    }

    private final String characters;
    private final Direction direction;

    Standard18Code(String characters, Direction direction) {
        this.characters = characters;
        this.direction = direction;
    }

    /// The code of two characters; null when there is none.
    public static @Nullable Standard18Code of(char first, char second) {
        return first < 128 && second < 128 ? BY_CHARACTERS[first << 7 | second] : null;
    }

    String characters() {
        return characters;
    }

    Direction direction() {
        return direction;
    }

    /// What it undoes; null for one that undoes nothing.
    Returned.@Nullable Kind returned() {
        return !isReversal() ? null : this == CREDIT_RETURNED ? Returned.Kind.SENT_BACK : Returned.Kind.DIRECT_DEBIT;
    }

    /// Whether it undoes something: a Direct Debit that came back unpaid, a payment of ours that came back.
    boolean isReversal() {
        return this == CREDIT_RETURNED || characters.charAt(0) == 'U';
    }
}
