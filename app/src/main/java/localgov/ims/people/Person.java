package localgov.ims.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A colleague who signs in.
///
/// @param email in small letters; how the audit and the book name them
/// @param name as colleagues know them
/// @param held what their grants give them now
public record Person(PersonId id, String email, String name, List<Held> held) implements Caller {
    public Person {
        held = List.copyOf(held);
    }

    @Override
    public String signature() {
        return email;
    }

    @Override
    public Set<Permission> permissions() {
        return Stream.of(Permission.values()).filter(this::may).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Scope scope(Permission permission) {
        return new Scope(held.stream()
                .filter(grant -> grant.gives(permission))
                .map(Held::limits)
                .toList());
    }
}
