package localgov.ims.people;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The two who decided something that one person alone may not.
///
/// @param instead in whose place the second one agreed, and with whose rights; nothing for in their own
public record TwoPeople(
        Signed asked, Signed approved, @Nullable Signed instead) {
    public TwoPeople {
        if (asked.is(approved)) {
            throw new IllegalArgumentException("One person is not two");
        }
    }

    /// Who somebody is, whatever they are called, and the signature they had then.
    public record Signed(PersonId id, String signature) {
        boolean is(Signed other) {
            return id.equals(other.id) || signature.equals(other.signature);
        }
    }

    public String askedBy() {
        return asked.signature();
    }

    public String approvedBy() {
        return approved.signature();
    }

    @Nullable
    PersonId insteadPerson() {
        return instead == null ? null : instead.id();
    }

    @Nullable
    String insteadOf() {
        return instead == null ? null : instead.signature();
    }

    /// Everybody whose decision it is in one way or another.
    Stream<PersonId> all() {
        return Stream.concat(Stream.of(asked, approved), Stream.ofNullable(instead))
                .map(Signed::id);
    }

    /// The two whose rights count.
    Stream<PersonId> vouching() {
        return Stream.of(asked, instead == null ? approved : instead).map(Signed::id);
    }
}
