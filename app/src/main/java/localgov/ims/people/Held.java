package localgov.ims.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What one grant gives now: the permissions of its role, within its limits.
public record Held(Set<Permission> permissions, Limits limits) {
    public Held {
        permissions = Set.copyOf(permissions);
    }

    /// A permission that cannot be limited is not given by a grant that is.
    boolean gives(Permission permission) {
        return permissions.contains(permission) && (permission.isLimitable() || limits.isNone());
    }

    /// What the database tells in one column: a line for each grant, `permissions|funds|offices|methods`.
    static List<Held> read(String grants) {
        return grants.lines().map(Held::one).toList();
    }

    private static Held one(String line) {
        var parts = line.split("\\|", -1);
        return new Held(permissions(parts[0]), Limits.read(parts[1], parts[2], parts[3]));
    }

    static Set<Permission> permissions(String list) {
        return Arrays.stream(list.split(","))
                .map(Permission::read)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
