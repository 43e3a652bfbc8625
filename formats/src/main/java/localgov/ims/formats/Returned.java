package localgov.ims.formats;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// That an entry undoes an earlier one, as far as the bank says.
///
/// @param kind of the earlier one
/// @param original the reference of the earlier one; empty when the bank does not give it
/// @param reason why, in the bank’s code or words; empty when it does not say
public record Returned(Kind kind, String original, String reason) {

    /// What came back.
    public enum Kind {
        /// A Direct Debit that we collected, unpaid or claimed back.
        DIRECT_DEBIT,
        /// A cheque that was not paid.
        CHEQUE,
        /// A payment to us that was taken back.
        RECALLED,
        /// A payment of ours that came back.
        SENT_BACK
    }

    /// The sub-families of ISO 20022 for what comes back.
    private static final Set<String> DIRECT_DEBITS = Set.of("UPDD", "PRDD", "RCDD");

    private static final Set<String> CHEQUES = Set.of("UPCQ", "CQRV");
    private static final Set<String> PAYMENTS = Set.of("RRTN", "RPCR");

    /// @param code domain, family and sub-family as ISO 20022 writes them
    static boolean isReturn(String code) {
        var last = last(code);
        return DIRECT_DEBITS.contains(last) || CHEQUES.contains(last) || PAYMENTS.contains(last);
    }

    /// What came back with a code of ISO 20022.
    static Kind kind(String code, Direction direction) {
        var last = last(code);
        if (CHEQUES.contains(last) || code.contains("-RCHQ-") || code.contains("-ICHQ-")) {
            return Kind.CHEQUE;
        }
        return DIRECT_DEBITS.contains(last) || code.contains("-IDDT-") ? directDebit(direction) : payment(direction);
    }

    /// A Direct Debit that others collected from us and that came back is a payment of ours.
    static Kind directDebit(Direction direction) {
        return direction == Direction.DEBIT ? Kind.DIRECT_DEBIT : Kind.SENT_BACK;
    }

    static Kind payment(Direction direction) {
        return direction == Direction.DEBIT ? Kind.RECALLED : Kind.SENT_BACK;
    }

    /// What a type of BAI2 says came back; null when it says nothing of the kind.
    static @Nullable Kind bai2(int type) {
        return switch (type) {
            case 555, 566 -> Kind.CHEQUE;
            case 557 -> Kind.DIRECT_DEBIT;
            case 552, 558 -> Kind.RECALLED;
            case 252, 255, 257, 258 -> Kind.SENT_BACK;
            default -> null;
        };
    }

    private static String last(String code) {
        return code.substring(code.lastIndexOf('-') + 1);
    }
}
