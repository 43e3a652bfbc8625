package localgov.ims.providers;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import localgov.ims.providers.ProviderLine.Replied;
import localgov.ims.providers.ProviderLine.Reply;

/// The keys of one account at GOV.UK Pay. What the present key does not know may have been begun with one before
/// it, perhaps of another account there: so those are asked too.
///
/// @param former the latest first
/// @param book notices when the present one is refused
record GovukPayKeys(ProviderAccount account, List<Secret> former, GovukPayClient client, KeyBook book) {
    private static final Set<Integer> NOT_BY_THIS_KEY = Set.of(401, 403, 404);

    /// Asks with the present key. When that key does not know the thing, or is itself refused, those before it
    /// are asked; one that has been revoked since says nothing. Such replies never did anything.
    Reply asked(Function<ProviderAccount, Reply> ask) {
        var present = ask.apply(account);
        book.heard(account.code(), present);
        if (knows(present)) {
            return present;
        }
        for (var key : former) {
            var earlier = ask.apply(account.with(key));
            if (knows(earlier)) {
                return earlier;
            }
        }
        return present;
    }

    /// The account with each of its keys, the present one first.
    Stream<ProviderAccount> all() {
        return Stream.concat(Stream.of(account), former.stream().map(account::with));
    }

    private static boolean knows(Reply reply) {
        return !(reply instanceof Replied replied && NOT_BY_THIS_KEY.contains(replied.status()));
    }
}
