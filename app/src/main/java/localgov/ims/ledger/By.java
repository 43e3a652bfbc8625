package localgov.ims.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who entered something and who approved it: two people, never one twice, whatever they sign with. The book knows
/// nobody; that both are somebody it takes from whoever writes.
///
/// @param enteredPerson which person that is; told where there are two
/// @param approvedPerson the other
public record By(
        String enteredBy,
        @Nullable UUID enteredPerson,
        @Nullable String approvedBy,
        @Nullable UUID approvedPerson) {
    public static final By SYSTEM = person("system");

    public static By person(String who) {
        return new By(who, null, null, null);
    }

    public static By two(String enteredBy, UUID enteredPerson, String approvedBy, UUID approvedPerson) {
        return new By(enteredBy, enteredPerson, approvedBy, approvedPerson);
    }
}
