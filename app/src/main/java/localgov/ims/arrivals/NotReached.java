package localgov.ims.arrivals;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A place that is not to be reached now. Goes no further than a look at it.
final class NotReached extends IOException {
    private final Trouble trouble;

    NotReached(Trouble trouble, @Nullable Throwable cause) {
        super(trouble.name(), cause);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
