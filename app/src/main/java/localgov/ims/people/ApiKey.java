package localgov.ims.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A program that carries a key. The key itself is kept nowhere.
///
/// @param name what the council calls the program
/// @param held what the key gives it
public record ApiKey(UUID id, String name, Held held) implements Caller {
    /// A key without limits.
    public ApiKey(UUID id, String name, Set<Permission> permissions) {
        this(id, name, new Held(permissions, Limits.NONE));
    }

    @Override
    public String signature() {
        return "api:" + name;
    }

    @Override
    public Set<Permission> permissions() {
        return Stream.of(Permission.values()).filter(held::gives).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Scope scope(Permission permission) {
        return held.gives(permission) ? new Scope(List.of(held.limits())) : Scope.NOTHING;
    }
}
