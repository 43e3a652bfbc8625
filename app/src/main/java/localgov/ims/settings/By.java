package localgov.ims.settings;

import org.jspecify.annotations.Nullable;

/// Whose change it is.
///
/// @param who an e-mail address, `api:<key name>` or `system`
/// @param approvedBy the second person, where one was needed
record By(String who, @Nullable String approvedBy) {
    static By one(String who) {
        return new By(who, null);
    }
}
