package localgov.ims.catalogue;

import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// How money comes in or moves. Its clearing account in the ledger is `clearing:<code>`.
///
/// @param minimum the least one line may be, or none
/// @param maximum the most one line may be, or none
/// @param kind what the system does with it; more than one method may be of a kind
/// @param open whether it may be used for new payments
/// @param refundable whether a payment made with it can be refunded to where it came from
public record Method(
        String code,
        String name,
        String nameInWelsh,
        MethodKind kind,
        @Nullable Money minimum,
        @Nullable Money maximum,
        boolean open,
        boolean refundable,
        boolean retired) {}
