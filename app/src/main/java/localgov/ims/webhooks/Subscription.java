package localgov.ims.webhooks;

import java.util.Set;
import localgov.ims.kernel.PlainAddress;

/// One program that is told things at one address.
///
/// @param program the name of the API key whose sight it has
/// @param ownOnly whether it is told of payments made with that key alone
record Subscription(
        String code, String name, PlainAddress address, String program, boolean ownOnly, Set<EventType> types) {
    boolean wants(EventType type) {
        return type == EventType.PING || types.contains(type);
    }

    /// Whether this caller is its program.
    boolean isOf(String caller) {
        return caller.equals("api:" + program);
    }
}
