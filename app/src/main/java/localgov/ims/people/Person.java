package localgov.ims.people;

import java.util.Set;

/// A colleague who signs in.
///
/// @param email in small letters; how the audit and the book name them
/// @param name as colleagues know them
public record Person(PersonId id, String email, String name, Role role) implements Caller {
    @Override
    public String signature() {
        return email;
    }

    @Override
    public Set<Permission> permissions() {
        return role.permissions();
    }
}
