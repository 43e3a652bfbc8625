package localgov.ims.messages;

import java.util.List;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import org.jspecify.annotations.Nullable;

/// Which messages are within reach of whoever asks. Who looks after settings reaches them all, who writes to payers
/// those to payers.
///
/// @param kinds what they may be about; nothing for all
record Reach(@Nullable List<String> kinds) {
    static Reach seeing(MessageKinds kinds) {
        return CurrentCaller.may(Permission.SEE_SETTINGS) ? new Reach(null) : doing(kinds);
    }

    /// To send them again and to give them up.
    static Reach doing(MessageKinds kinds) {
        return CurrentCaller.may(Permission.CHANGE_SETTINGS) ? new Reach(null) : correcting(kinds);
    }

    /// To send them elsewhere. A colleague's link is never sent elsewhere: it opens what is theirs.
    static Reach correcting(MessageKinds kinds) {
        return new Reach(CurrentCaller.may(Permission.WRITE_TO_PAYERS) ? kinds.toPayers() : List.of());
    }

    boolean allows(Delivery one) {
        return kinds == null || kinds.contains(one.about());
    }

    boolean isNothing() {
        return kinds != null && kinds.isEmpty();
    }
}
