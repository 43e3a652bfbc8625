package localgov.ims.canary;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Must not compile: it uses what may be nothing as if it were something. `bin/test` builds it to see that the wall
/// stands.
@NullMarked
final class Careless {
    private Careless() {}

    static int length(@Nullable String text) {
        return text.length();
    }
}
