package localgov.ims.people;

import java.util.Set;

/// Whoever a request comes from, after they have shown who they are.
public sealed interface Caller permits Person, ApiKey {
    /// How the audit and the book name them: an e-mail address, or `api:<name of the key>`.
    String signature();

    Set<Permission> permissions();

    default boolean may(Permission permission) {
        return permissions().contains(permission);
    }
}
