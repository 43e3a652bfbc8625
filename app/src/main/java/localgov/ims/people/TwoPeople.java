package localgov.ims.people;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The two who decided something that one person alone may not, by e-mail address.
///
/// @param insteadOf in whose place the second one agreed, and with whose rights; nothing for in their own
public record TwoPeople(
        String askedBy, String approvedBy, @Nullable String insteadOf) {
    public TwoPeople {
        if (askedBy.equals(approvedBy)) {
            throw new IllegalArgumentException("One person is not two");
        }
    }

    public static TwoPeople of(String askedBy, String approvedBy) {
        return new TwoPeople(askedBy, approvedBy, null);
    }

    /// Everybody whose decision it is in one way or another.
    Stream<String> all() {
        return insteadOf == null ? Stream.of(askedBy, approvedBy) : Stream.of(askedBy, approvedBy, insteadOf);
    }

    /// The two whose rights count.
    Stream<String> vouching() {
        return Stream.of(askedBy, insteadOf == null ? approvedBy : insteadOf);
    }
}
