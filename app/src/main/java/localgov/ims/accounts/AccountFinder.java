package localgov.ims.accounts;

import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Account holders as rooms find them whose pages need one: by number, name, address or postcode.
@Component
public class AccountFinder {
    private final AccountLookup lookup;
    private final AccountLooks looks;

    AccountFinder(AccountLookup lookup, AccountLooks looks) {
        this.lookup = lookup;
        this.looks = looks;
    }

    /// An account holder somebody may choose.
    ///
    /// @param id says nothing about the holder, so that an address may hold it
    /// @param balance what is owed, below zero when in credit; none when the service system does not say
    public record Holder(
            long id,
            String fund,
            String number,
            String name,
            String address,
            @Nullable Money balance) {
        static Holder of(KnownAccount account) {
            return new Holder(
                    account.id(),
                    account.fund(),
                    account.number(),
                    account.name(),
                    account.address(),
                    account.balance());
        }
    }

    /// Those whose number it is first, then the others by name; none when nothing can be looked for by it.
    ///
    /// @param fund only accounts of this fund; any when absent
    /// @param scope within which whoever asks may see accounts
    public List<Holder> find(String typed, @Nullable String fund, Scope scope, int most) {
        var read = new Typed(typed);
        return scope.isNothing() || read.isNothing()
                ? List.of()
                : lookup.find(read, fund, scope, most).accounts().stream()
                        .map(Holder::of)
                        .toList();
    }

    /// One of them; whoever looks is noted, as on the account's own page.
    public Optional<Holder> look(long id, Scope scope, String who) {
        var found = scope.isNothing()
                ? Optional.<Holder>empty()
                : lookup.one(id, scope).map(Holder::of);
        found.ifPresent(holder -> looks.note(holder.id(), who));
        return found;
    }
}
