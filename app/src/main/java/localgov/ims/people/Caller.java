package localgov.ims.people;

import java.util.Set;

/// Whoever a request comes from, after they have shown who they are.
public sealed interface Caller permits Person, ApiKey {
    /// How the audit and the book name them: an e-mail address, or `api:<name of the key>`.
    String signature();

    Set<Permission> permissions();

    /// Where they may do it: nowhere when they may not.
    Scope scope(Permission permission);

    default boolean may(Permission permission) {
        return !scope(permission).isNothing();
    }

    /// Whether they may do it everywhere within these limits.
    default boolean may(Permission permission, Limits limits) {
        return scope(permission).covers(limits);
    }
}
