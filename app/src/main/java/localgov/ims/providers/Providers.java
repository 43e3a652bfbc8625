package localgov.ims.providers;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door: which provider takes the current council's cards.
@Component
public class Providers {
    private final ProviderAccountStore accounts;
    private final GovukPayClient govukPay;

    Providers(ProviderAccountStore accounts, GovukPayClient govukPay) {
        this.accounts = accounts;
        this.govukPay = govukPay;
    }

    /// The provider that new card payments go to; empty while the council has connected none.
    public Optional<CardProvider> card() {
        return accounts.forNewPayments().map(this::open);
    }

    /// The provider that an attempt was started with, also when new payments go elsewhere by now.
    public Optional<CardProvider> card(String code) {
        return accounts.find(code).map(this::open);
    }

    /// Connects an account, and sends new payments to it. Connecting the same code again replaces key and secret; the
    /// secret before it is still believed in webhooks, so that those on their way during a change are not lost.
    public void connect(ProviderAccount account) {
        accounts.save(account);
    }

    /// The provider's API lives at another address now; false when there is no such account.
    public boolean moved(String code, URI baseUrl) {
        var account = accounts.find(code);
        account.ifPresent(known -> accounts.save(new ProviderAccount(
                known.code(), known.name(), known.kind(), baseUrl, known.apiKey(), known.webhookSecret())));
        return account.isPresent();
    }

    /// Reads a GOV.UK Pay webhook from its exact bytes and its `Pay-Signature` header.
    public ProviderNews hearGovukPay(byte[] body, @Nullable String signature) {
        return accounts.secrets(ProviderAccount.Kind.GOVUK_PAY).stream()
                .filter(known -> WebhookSignature.holds(body, signature, known.secret()))
                .findFirst()
                .map(known -> GovukPayReading.news(known.code(), body))
                .orElseGet(ProviderNews.NotSigned::new);
    }

    /// The accounts' codes, for jobs that ask each provider.
    public List<String> codes() {
        return accounts.codes();
    }

    private CardProvider open(ProviderAccount account) {
        return switch (account.kind()) {
            case GOVUK_PAY -> new GovukPay(account, govukPay);
        };
    }
}
