package localgov.ims.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing that somebody changed, as people call it, before and after.
///
/// @param what as it is called on pages, such as `Name`; never a secret's value in the other two
/// @param before absent when it was not there
/// @param after absent when it is there no more
public record Change(
        String what, @Nullable String before, @Nullable String after) {

    public boolean isReal() {
        return !Objects.equals(before, after);
    }
}
