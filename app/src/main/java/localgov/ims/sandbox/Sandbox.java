package localgov.ims.sandbox;

import java.net.URI;
import java.util.function.UnaryOperator;
import localgov.ims.providers.Capability;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: accounts at the simulated providers.
@Component
@DemoOnly
public class Sandbox {
    private static final String DEMO = "demo";

    /// An account, with what its owner is told once.
    public record Opened(String account, Secret apiKey, Secret webhookSecret) {}

    private final GatewayStore gateways;
    private final Providers providers;
    private final SmartPayBooks smartPay;
    private final Listener listener;
    private final TransactionTemplate transactions;

    Sandbox(
            GatewayStore gateways,
            SmartPayBooks smartPay,
            Providers providers,
            Listener listener,
            TransactionTemplate transactions) {
        this.listener = listener;
        this.smartPay = smartPay;
        this.gateways = gateways;
        this.providers = providers;
        this.transactions = transactions;
    }

    /// Opens a test account with everything switched on, whose webhooks go to this address.
    public Opened openAccount(String account, URI webhookUrl) {
        return open(
                account,
                plain -> new Gateway(
                        plain.id(),
                        false,
                        true,
                        false,
                        true,
                        true,
                        false,
                        false,
                        Profile.SANDBOX,
                        webhookUrl.toString(),
                        plain.webhookSecret()));
    }

    /// Connects the current council's card payments to this simulator, which answers at `system` (such as
    /// `http://localhost:8080`). Doing it again, also at another address, keeps the account and all its payments.
    public void connect(String providerCode, String name, URI system) {
        var webhook = URI.create(system + "/providers/govuk-pay/webhook");
        var api = URI.create(system + PayApi.ROOT);
        transactions.executeWithoutResult(_ -> {
            var open = gateways.subscribe(DEMO, webhook.toString());
            if (open && providers.moved(providerCode, api)) {
                return;
            }
            var opened = openAccount(open ? Ids.next() : DEMO, webhook);
            providers.connect(new ProviderAccount(
                            providerCode,
                            name,
                            ProviderAccount.Kind.GOVUK_PAY,
                            api,
                            opened.apiKey(),
                            opened.webhookSecret())
                    .with(Capability.MOTO_PAGE, Capability.AGREEMENTS));
        });
    }

    /// Connects an account at the simulated SmartPay Fuse, for those funds only that the council sends there.
    /// Doing it again keeps it.
    public void connectSmartPay(String providerCode, String name, URI system) {
        var api = URI.create(system + SmartPayApi.ROOT);
        transactions.executeWithoutResult(_ -> {
            if (providers.card(providerCode).isPresent() && providers.moved(providerCode, api)) {
                return;
            }
            var opened = smartPay.open();
            providers.connectBeside(new ProviderAccount(
                            providerCode,
                            name,
                            ProviderAccount.Kind.SMARTPAY_FUSE,
                            api,
                            opened.sharedSecret(),
                            opened.secret())
                    .with(new ProviderAccount.Merchant(
                            opened.number(),
                            opened.keyNumber(),
                            opened.profile(),
                            opened.accessKey(),
                            URI.create(api + "/pay"),
                            false)));
        });
    }

    /// Has the pretended service system expect webhooks that are signed with this secret.
    public void listen(String secret) {
        listener.expect(secret);
    }

    Opened open(String account, UnaryOperator<Gateway> wishes) {
        var webhookSecret = "webhook_test_" + Ids.next();
        var gateway = wishes.apply(new Gateway(
                account, false, false, false, false, true, false, false, Profile.SANDBOX, null, webhookSecret));
        var apiKey = Ids.apiKey(gateway.live());
        gateways.insert(gateway, apiKey);
        return new Opened(account, new Secret(apiKey), new Secret(webhookSecret));
    }
}
