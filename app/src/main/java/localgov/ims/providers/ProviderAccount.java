package localgov.ims.providers;

import java.net.URI;
import java.util.Set;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// The council's account with a provider.
///
/// @param code the council's own short name for it: small letters, digits and hyphens
/// @param baseUrl where the provider's API lives, without the trailing slash; https, or this machine
/// @param webhookSecret the whole signing secret, prefix included
/// @param also what the provider has switched on for this account besides what all its accounts can do
/// @param merchant by what a provider knows it that is entered by a form; nothing for others
public record ProviderAccount(
        String code,
        String name,
        Kind kind,
        URI baseUrl,
        Secret apiKey,
        Secret webhookSecret,
        Set<Capability> also,
        @Nullable Merchant merchant) {
    /// By what a provider knows the council that is entered by a form.
    ///
    /// @param number the council's number there
    /// @param keyNumber which key its API is asked with; the key itself is the account's
    /// @param profile which of its pages is shown, `accessKey` by what that page knows us
    /// @param page where the form goes
    /// @param live whether its money is real, which no key there tells
    public record Merchant(String number, String keyNumber, String profile, String accessKey, URI page, boolean live) {
        static final URI LIVE_PAGE = URI.create("https://secureacceptance.cybersource.com/pay");
        static final URI TEST_PAGE = URI.create("https://testsecureacceptance.cybersource.com/pay");

        /// Whether nothing of it is missing.
        boolean isWhole() {
            return !number.isEmpty() && !keyNumber.isEmpty() && !profile.isEmpty() && !accessKey.isEmpty();
        }
    }

    /// The providers we have an adapter for.
    public enum Kind {
        GOVUK_PAY(
                "GOV.UK Pay", "https://publicapi.payments.service.gov.uk", "https://publicapi.payments.service.gov.uk"),
        SMARTPAY_FUSE("SmartPay Fuse", "https://api.cybersource.com", "https://apitest.cybersource.com");

        private final String words;
        private final URI live;
        private final URI test;

        Kind(String words, String live, String test) {
            this.words = words;
            this.live = URI.create(live);
            this.test = URI.create(test);
        }

        /// A name, which is the same in every language.
        String words() {
            return words;
        }

        /// What the provider itself takes in one payment; the bank behind an account may take less of a range.
        Bounds bounds() {
            return new Bounds(Money.pence(1), Money.pounds(100_000, 0));
        }

        /// How often it may be asked: GOV.UK Pay says so; SmartPay Fuse does not, and is asked as seldom as
        /// anybody.
        ///
        /// @param changes whether something is begun or changed by what is asked
        Rate rate(boolean changes) {
            return switch (this) {
                case GOVUK_PAY -> new Rate(changes ? 15 : 75);
                case SMARTPAY_FUSE -> new Rate(10);
            };
        }

        /// Where its API lives, for accounts that do not say otherwise.
        URI address(Mode mode) {
            return mode == Mode.LIVE ? live : test;
        }
    }

    /// Whether its money is real.
    enum Mode {
        LIVE("Live: real money", "Byw: arian go iawn"),
        TEST("Test: pretended money", "Prawf: arian ffug");

        private static final String LIVE_KEY = "api_live_";

        private final String words;
        private final String welsh;

        Mode(String words, String welsh) {
            this.words = words;
            this.welsh = welsh;
        }

        String words() {
            return words;
        }

        String welsh() {
            return welsh;
        }

        /// What a key says of itself.
        static Mode of(Secret apiKey) {
            return apiKey.value().startsWith(LIVE_KEY) ? LIVE : TEST;
        }
    }

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public ProviderAccount {
        also = Set.copyOf(also);
        if (merchant != null) {
            encrypted(merchant.page());
        }
        if (!code.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A provider account's code is small letters, digits and hyphens");
        }
        encrypted(baseUrl);
    }

    private static void encrypted(URI address) {
        var encrypted = "https".equals(address.getScheme());
        if (!encrypted && !("http".equals(address.getScheme()) && isHere(address))) {
            throw new IllegalArgumentException("A provider is spoken to over https, or on this machine");
        }
    }

    private static boolean isHere(URI address) {
        return THIS_MACHINE.contains(address.getHost());
    }

    /// Whether its provider is a simulated one on this machine.
    boolean isOnThisMachine() {
        return isHere(baseUrl);
    }

    /// An account with nothing switched on besides.
    public ProviderAccount(String code, String name, Kind kind, URI baseUrl, Secret apiKey, Secret webhookSecret) {
        this(code, name, kind, baseUrl, apiKey, webhookSecret, Set.of(), null);
    }

    /// The same account, with these switched on besides.
    public ProviderAccount with(Capability... switchedOn) {
        return new ProviderAccount(code, name, kind, baseUrl, apiKey, webhookSecret, Set.of(switchedOn), merchant);
    }

    /// The same account, known to its provider by these.
    public ProviderAccount with(Merchant known) {
        return new ProviderAccount(code, name, kind, baseUrl, apiKey, webhookSecret, also, known);
    }

    /// The same account, spoken to with another of its keys.
    ProviderAccount with(Secret otherKey) {
        return new ProviderAccount(code, name, kind, baseUrl, otherKey, webhookSecret, also, merchant);
    }

    /// Whether its money is real: a key of GOV.UK Pay tells, elsewhere whoever wrote the account down.
    Mode mode() {
        return merchant == null ? Mode.of(apiKey) : merchant.live() ? Mode.LIVE : Mode.TEST;
    }

    /// Whether money here is pretended.
    boolean pretends() {
        return mode() == Mode.TEST;
    }
}
