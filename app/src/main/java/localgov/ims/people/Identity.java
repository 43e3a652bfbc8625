package localgov.ims.people;

import java.util.Set;

/// Whom a directory says somebody is, after what it said was proved.
///
/// @param issuer the directory, `subject` the name it never gives to anybody else
/// @param email the address in small letters that the directory vouches for; blank when it vouches for none
/// @param groups what they are a member of, as the directory calls it
public record Identity(String issuer, String subject, String email, Set<String> groups) {
    public Identity {
        groups = Set.copyOf(groups);
    }

    /// Who it is stays out of logs.
    @Override
    public String toString() {
        return "Identity[" + issuer + "]";
    }
}
