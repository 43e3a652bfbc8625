package localgov.ims.directory;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import localgov.ims.settings.Entry;

/// A directory as the council wrote it down.
///
/// @param secret blank for a client that has none
/// @param vouches whether all addresses in it are given out by the council
/// @param domains the domains of addresses that count
record Provider(
        String code,
        String name,
        String issuer,
        String clientId,
        String secret,
        String groupsClaim,
        String addressClaim,
        boolean vouches,
        List<String> domains) {

    static Provider of(Entry entry, String secret) {
        return new Provider(
                entry.key(),
                entry.value("name"),
                entry.value("issuer"),
                entry.value("client_id"),
                secret,
                entry.value("groups_claim"),
                entry.value("address_claim"),
                entry.value("vouches").equals("yes"),
                Stream.of(entry.value("domains").split(","))
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .filter(domain -> !domain.isEmpty())
                        .toList());
    }

    boolean counts(String email) {
        return domains.contains(email.substring(email.lastIndexOf('@') + 1));
    }

    /// The secret stays out of logs.
    @Override
    public String toString() {
        return "Provider[" + code + "]";
    }
}
