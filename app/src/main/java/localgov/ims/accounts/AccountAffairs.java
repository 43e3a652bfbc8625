package localgov.ims.accounts;

import java.util.List;
import java.util.Optional;
import localgov.ims.platform.words.Words;

/// Another room knows something of an account that whoever looks at the account should see.
public interface AccountAffairs {
    /// What is to be said to whoever asks now, in their language; nothing when they may not see it.
    List<Affair> of(String fund, String account, Words words);

    /// Where something new of the kind is begun for it; nothing when whoever asks may not.
    ///
    /// @param id by which addresses name the account
    Optional<Beginning> begin(long id, String fund, Words words);

    /// @param text what is begun
    record Beginning(String text, String href) {}

    /// @param text what it is
    /// @param more what should be known of it, or empty
    /// @param state how it stands, in a word or two
    /// @param colour of the state's tag
    /// @param href where more of it is told
    record Affair(String text, String more, String state, String colour, String href) {}
}
