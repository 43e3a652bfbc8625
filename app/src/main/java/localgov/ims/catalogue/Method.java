package localgov.ims.catalogue;

import java.util.Set;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// How money comes in or moves. Its clearing account in the ledger is `clearing:<code>`.
///
/// @param minimum the least one line may be, or none
/// @param maximum the most one line may be, or none
/// @param kind what the system does with it; more than one method may be of a kind
/// @param open whether it may be used for new payments
/// @param offered where it may be used
/// @param refundable whether a payment made with it can be refunded to where it came from
/// @param reversal whether money goes back by it, such as an unpaid Direct Debit: nothing is paid with it
/// @param colour `#rrggbb` of the patch beside its name; empty when it has none
public record Method(
        String code,
        String name,
        String nameInWelsh,
        MethodKind kind,
        @Nullable Money minimum,
        @Nullable Money maximum,
        boolean open,
        Set<Channel> offered,
        boolean refundable,
        boolean reversal,
        String colour,
        boolean retired) {
    public Method {
        offered = Set.copyOf(offered);
    }

    /// Whether somebody who comes this way can use it now.
    public boolean isOffered(Channel channel) {
        return open && !retired && offered.contains(channel);
    }
}
