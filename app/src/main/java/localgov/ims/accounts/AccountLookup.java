package localgov.ims.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds account holders by what a caller on the telephone knows: a number or its beginning, a name, an address, a
/// postcode.
@Component
class AccountLookup {
    /// Counts stop here: "more than 1,000".
    static final int COUNTED = 1_000;

    private final AccountLookupStore store;
    private final TransactionTemplate transactions;

    AccountLookup(AccountLookupStore store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /// @param accounts those whose number it is first, then the others by name
    /// @param count how many there are in all, at most [#COUNTED] and one more
    record Found(List<KnownAccount> accounts, int count) {}

    /// @param fund only accounts of this fund; any when absent
    /// @param scope within which whoever asks may see accounts
    Found find(Typed typed, @Nullable String fund, Scope scope, int most) {
        return transactions.execute(_ -> {
            store.beQuick();
            return quickly(typed, fund, scope, most);
        });
    }

    private Found quickly(Typed typed, @Nullable String fund, Scope scope, int most) {
        var numbered = new ArrayList<KnownAccount>();
        for (var number : typed.numbers()) {
            if (numbered.isEmpty()) {
                numbered.addAll(store.byNumber(number, number + '\uffff', fund, scope, most));
            }
        }
        var words = typed.words();
        var named = words.isEmpty()
                ? new AccountLookupStore.Gathered(List.of(), 0)
                : store.byWords(words, fund, scope, most, COUNTED + 1);
        var all = new ArrayList<>(numbered);
        named.accounts().stream()
                .filter(account -> numbered.stream().noneMatch(known -> known.id() == account.id()))
                .forEach(all::add);
        var shown = List.copyOf(all.subList(0, Math.min(all.size(), most)));
        return new Found(shown, Math.max(all.size(), named.count()));
    }

    Optional<KnownAccount> one(long id, Scope scope) {
        return store.one(id, scope);
    }
}
