package localgov.ims.providers;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a payer has told the council of themselves, filled in on the provider's page for them to change. Nothing is
/// needed, and what a provider would not take is left out: it is a convenience and must never stop a payment.
///
/// @param address house, street and town in one line
public record Cardholder(
        @Nullable String name,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String email) {
    /// Somebody who has told nothing.
    public static final Cardholder UNKNOWN = new Cardholder(null, null, null, null);

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_POSTCODE = 10;
    private static final int LONGEST_EMAIL = 254;

    public Cardholder {
        name = plain(name, LONGEST_NAME);
        address = plain(address, LONGEST_ADDRESS);
        postcode = plain(postcode, LONGEST_POSTCODE);
        email = plain(email, LONGEST_EMAIL);
    }

    /// Without the signs that firewalls before providers take for an attack.
    private static @Nullable String plain(@Nullable String told, int longest) {
        var plain = told == null
                ? ""
                : told.replaceAll("[<>|\\\\\\p{Cntrl}]+", " ")
                        .replaceAll(" +", " ")
                        .strip();
        return plain.isEmpty() || plain.length() > longest ? null : plain;
    }

    /// All names but the last, for providers that want them apart; all there is when there is one.
    @Nullable
    String forenames() {
        var names = name == null ? new String[0] : name.split(" ");
        return names.length < 2
                ? name
                : Arrays.stream(names).limit(names.length - 1L).collect(Collectors.joining(" "));
    }

    @Nullable
    String surname() {
        return name == null ? null : Stream.of(name.split(" ")).reduce(name, (_, last) -> last);
    }

    /// Shows no person's data.
    @Override
    public String toString() {
        return "Cardholder";
    }
}
