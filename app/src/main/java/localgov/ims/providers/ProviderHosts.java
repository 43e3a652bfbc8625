package localgov.ims.providers;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.platform.ImsSettings;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where payment providers are: at their own hosts, and at those that whoever runs the system names
/// (`IMS_PROVIDERS_HOSTS`, with commas between them). Whoever may only write to a council's settings
/// cannot name another, or an account would be a way into the network that the system stands in. A
/// demonstration has its providers on this machine.
@Component
class ProviderHosts implements Objection {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");
    private static final Set<String> THEIR_OWN = Stream.of(
                    Stream.of(ProviderAccount.Kind.values())
                            .flatMap(kind ->
                                    Stream.of(ProviderAccount.Mode.values()).map(kind::address)),
                    Stream.of(ProviderAccount.Merchant.LIVE_PAGE, ProviderAccount.Merchant.TEST_PAGE))
            .flatMap(addresses -> addresses)
            .map(URI::getHost)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> known;

    @Autowired
    ProviderHosts(@Value("${ims.providers.hosts:}") String named, ImsSettings operator) {
        this(named, operator.demo());
    }

    ProviderHosts(String named, boolean demo) {
        this.known = Stream.of(
                        THEIR_OWN.stream(),
                        demo ? THIS_MACHINE.stream() : Stream.<String>empty(),
                        Arrays.stream(named.toLowerCase(Locale.ROOT).split(","))
                                .map(String::strip)
                                .filter(host -> !host.isEmpty()))
                .flatMap(hosts -> hosts)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a provider is there.
    boolean isKnown(URI address) {
        var host = address.getHost();
        return host != null && address.getUserInfo() == null && known.contains(host.toLowerCase(Locale.ROOT));
    }

    /// Whether all places of an account are such.
    boolean isKnown(ProviderAccount account) {
        var merchant = account.merchant();
        return isKnown(account.baseUrl()) && (merchant == null || isKnown(merchant.page()));
    }

    @Override
    public Optional<Problem> to(String type, Map<String, String> after) {
        return type.equals(ProvidersData.ACCOUNTS.slug())
                ? Stream.of("address", ProvidersData.PAGE)
                        .filter(column -> isElsewhere(after.getOrDefault(column, "")))
                        .findFirst()
                        .map(ProviderHosts::wrong)
                : Optional.empty();
    }

    private boolean isElsewhere(String address) {
        return !address.isEmpty() && !isKnown(URI.create(address));
    }

    private static Problem wrong(String column) {
        return Problem.of(
                column,
                "host",
                "No payment provider is known at this address. Whoever runs the system can add it",
                "Nid oes darparwr taliadau yn hysbys yn y cyfeiriad hwn. Gall pwy bynnag sy’n rhedeg y system ei ychwanegu");
    }
}
