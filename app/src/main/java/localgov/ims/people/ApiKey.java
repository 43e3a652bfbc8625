package localgov.ims.people;

import java.util.Set;
import java.util.UUID;

/// A program that carries a key. The key itself is kept nowhere.
///
/// @param name what the council calls the program
public record ApiKey(UUID id, String name, Set<Permission> permissions) implements Caller {
    @Override
    public String signature() {
        return "api:" + name;
    }
}
