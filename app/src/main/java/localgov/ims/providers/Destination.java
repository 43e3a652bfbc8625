package localgov.ims.providers;

import java.util.Set;

/// Where card payments of some funds go. It is never guessed.
public sealed interface Destination {
    /// All of them to one account.
    record One(CardProvider provider) implements Destination {}

    /// To different accounts, so that they cannot be one payment.
    ///
    /// @param accounts their codes
    record Apart(Set<String> accounts) implements Destination {
        public Apart {
            accounts = Set.copyOf(accounts);
        }
    }

    /// Nowhere: a fund has no account, or its account takes no payments now.
    record Nowhere() implements Destination {}
}
