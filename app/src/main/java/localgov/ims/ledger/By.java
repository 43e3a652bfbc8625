package localgov.ims.ledger;

import org.jspecify.annotations.Nullable;

/// Who entered something and who approved it: two people, never one twice.
public record By(String enteredBy, @Nullable String approvedBy) {
    public static final By SYSTEM = new By("system", null);

    public static By person(String who) {
        return new By(who, null);
    }
}
