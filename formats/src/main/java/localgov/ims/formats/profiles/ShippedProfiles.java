package localgov.ims.formats.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The profiles that come with the system, for files that many councils get. Where a layout is not published, the
/// description says that it is to be confirmed by the council's own file.
public final class ShippedProfiles {

    private static final List<String> CODES = List.of(
            "allpay",
            "barclaycard-settlement",
            "barclays-daily",
            "barclays-online",
            "dwp-deductions",
            "generic-15-columns",
            "govuk-pay-payout",
            "govuk-pay-transactions",
            "hsbcnet",
            "lloyds-online",
            "nationwide",
            "natwest-bankline",
            "natwest-online",
            "paypoint",
            "post-office",
            "santander-midata",
            "santander-online",
            "worldpay-settlement");

    /// Read once, when they are first asked for.
    private static final class Loaded {
        static final List<Profile> PROFILES =
                CODES.stream().map(ShippedProfiles::load).toList();
    }

    private ShippedProfiles() {}

    /// All of them, by their codes.
    public static List<Profile> all() {
        return Loaded.PROFILES;
    }

    /// The one with this code.
    public static Optional<Profile> of(String code) {
        return all().stream().filter(profile -> profile.code().equals(code)).findFirst();
    }

    private static Profile load(String code) {
        return switch (Profile.read(text(code))) {
            case Profile.Reading.Good(var profile) -> profile;
            case Profile.Reading.Bad(var faults) ->
                throw new IllegalStateException("The profile " + code + " that comes with the system: " + faults);
        };
    }

    private static String text(String code) {
        try (var in = ShippedProfiles.class.getResourceAsStream(code + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The profile " + code + " did not come with the system");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
