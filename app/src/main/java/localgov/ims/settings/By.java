package localgov.ims.settings;

import localgov.ims.approvals.Request;
import localgov.ims.people.PersonId;
import org.jspecify.annotations.Nullable;

/// Whose change it is.
///
/// @param who an e-mail address, `api:<key name>` or `system`
/// @param person which person that is; absent for what is none, and where it takes one alone
/// @param approvedBy the second person, where one was needed, and `approvedPerson` which person that is
record By(
        String who,
        @Nullable PersonId person,
        @Nullable String approvedBy,
        @Nullable PersonId approvedPerson) {
    static By one(String who) {
        return new By(who, null, null, null);
    }

    static By two(Request.Who asked, Request.Who approved) {
        return new By(asked.signature(), asked.id(), approved.signature(), approved.id());
    }
}
