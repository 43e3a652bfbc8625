package localgov.ims.people;

import java.util.Set;

/// Keys of programs that may do one thing, for tests of other rooms. To be called within a council.
public final class TestKeys {
    private TestKeys() {}

    /// @return what the program's `Authorization` header says
    public static String bearer(ApiKeys keys, String name, Permission permission) {
        var key = "a-key-for-" + name;
        keys.add(name, key, new Held(Set.of(permission), Limits.NONE));
        return "Bearer " + key;
    }
}
