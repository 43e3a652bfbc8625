package localgov.ims.formats.camt;

import java.util.Set;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Returned;

/// What the codes of ISO 20022 say of entries that undo earlier ones.
final class CamtReturns {

    /// The sub-families of ISO 20022 for what comes back.
    private static final Set<String> DIRECT_DEBITS = Set.of("UPDD", "PRDD", "RCDD");
    private static final Set<String> CHEQUES = Set.of("UPCQ", "CQRV");
    private static final Set<String> PAYMENTS = Set.of("RRTN", "RPCR");

    private CamtReturns() {}

    /// @param code domain, family and sub-family as ISO 20022 writes them
    static boolean isReturn(String code) {
        var last = last(code);
        return DIRECT_DEBITS.contains(last) || CHEQUES.contains(last) || PAYMENTS.contains(last);
    }

    /// What came back with a code of ISO 20022.
    static Returned.Kind kind(String code, Direction direction) {
        var last = last(code);
        if (CHEQUES.contains(last) || code.contains("-RCHQ-") || code.contains("-ICHQ-")) {
            return Returned.Kind.CHEQUE;
        }
        return DIRECT_DEBITS.contains(last) || code.contains("-IDDT-")
                ? Returned.directDebit(direction)
                : Returned.payment(direction);
    }

    private static String last(String code) {
        return code.substring(code.lastIndexOf('-') + 1);
    }
}
