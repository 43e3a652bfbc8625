package localgov.ims.providers;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door: which provider takes the current council's cards.
@Component
public class Providers {
    private final ProviderAccountStore accounts;
    private final GovukPayClient govukPay;
    private final SmartPayClient smartPay;
    private final FormStore forms;
    private final TestsBesideLive testsBesideLive;
    private final ShutOutStore shutOuts;
    private final InstantSource clock;
    private final KeyBook keyBook = new Noticing();

    Providers(
            ProviderAccountStore accounts,
            GovukPayClient govukPay,
            SmartPayClient smartPay,
            FormStore forms,
            TestsBesideLive testsBesideLive,
            ShutOutStore shutOuts,
            InstantSource clock) {
        this.accounts = accounts;
        this.govukPay = govukPay;
        this.smartPay = smartPay;
        this.forms = forms;
        this.testsBesideLive = testsBesideLive;
        this.shutOuts = shutOuts;
        this.clock = clock;
    }

    /// Where a new card payment of these funds goes.
    public Destination destination(Collection<String> funds) {
        var codes = accounts.accountsOf(funds);
        if (codes.isEmpty() || codes.contains(Optional.<String>empty())) {
            return new Destination.Nowhere();
        }
        if (codes.size() > 1) {
            return new Destination.Apart(
                    codes.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
        }
        return codes.iterator()
                .next()
                .flatMap(accounts::find)
                .filter(ProviderAccountStore.Connected::takesPayments)
                .<Destination>map(connected -> new Destination.One(open(connected)))
                .orElseGet(Destination.Nowhere::new);
    }

    /// How much one payment of these funds may be at the account to which they all go; nothing when it is not one.
    public Optional<Bounds> bounds(Collection<String> funds) {
        return accounts.boundsOf(funds);
    }

    /// Whether the council takes real money: then nothing counts that was paid at an account for tests.
    public boolean isRealMoneyTaken() {
        return testsBesideLive.isRealMoneyTaken();
    }

    /// The provider that an attempt was started with, also when new payments go elsewhere by now.
    public Optional<CardProvider> card(String code) {
        return accounts.find(code).map(this::open);
    }

    /// What the council calls an account; its code when there is none of that code any more.
    public String name(String code) {
        return accounts.find(code).map(connected -> connected.account().name()).orElse(code);
    }

    /// What the council calls its accounts, by their codes: also those that are retired or have no key. Nothing
    /// secret is opened for it.
    public Map<String, String> names() {
        return accounts.names();
    }

    /// Connects an account in the system's own name, and sends every fund to it that has none of its own.
    /// Connecting the same code again replaces key and secret; what was begun with those before is asked about
    /// with them.
    public void connect(ProviderAccount account) {
        accounts.save(account, true);
    }

    /// Connects an account to which only those funds go that are sent there.
    public void connectBeside(ProviderAccount account) {
        accounts.save(account, false);
    }

    /// The provider's API lives at another address now; false when there is no such account, or it has no key.
    public boolean moved(String code, URI baseUrl) {
        return accounts.moved(code, baseUrl);
    }

    /// Reads a GOV.UK Pay webhook from its exact bytes and its `Pay-Signature` header.
    public ProviderNews hearGovukPay(byte[] body, @Nullable String signature) {
        return accounts.secrets(ProviderAccount.Kind.GOVUK_PAY).stream()
                .filter(known -> WebhookSignature.holds(body, signature, known.secret()))
                .findFirst()
                .map(known -> GovukPayReading.news(known.code(), body))
                .orElseGet(ProviderNews.NotSigned::new);
    }

    /// Reads what a payer's browser, or SmartPay Fuse itself, posts after a payment by form. Nothing but a reply
    /// that is signed, whole, fresh and about a form of ours for the same money is believed, and of that only
    /// that something happened.
    public ProviderNews hearSmartPay(Map<String, String> fields) {
        return accounts.secrets(ProviderAccount.Kind.SMARTPAY_FUSE).stream()
                .filter(known -> SmartPayReply.isSigned(fields, known.secret()))
                .findFirst()
                .map(known -> new SmartPayReplies(forms, clock).hear(known.code(), fields))
                .orElseGet(ProviderNews.NotSigned::new);
    }

    /// Of what the provider of this account e-mails payers itself.
    public TellsPayers tellsPayers(String code) {
        return accounts.tellsPayers(code);
    }

    /// The provider of this account did not let us in.
    ///
    /// @param lacking what is switched off there; nothing when it takes no payments at all
    public void shutOut(String code, String why, @Nullable Capability lacking) {
        shutOuts.note(code, why, lacking, clock.instant());
    }

    /// The provider of this account has let us in.
    ///
    /// @param with what it did besides taking a payment
    public void letIn(String code, Set<Capability> with) {
        shutOuts.forget(code, with);
    }

    /// What is noticed of a key while it is used, whatever it is used for.
    private final class Noticing implements KeyBook {
        @Override
        public void refused(String account, String code, @Nullable Capability lacking) {
            shutOut(account, code, lacking);
        }

        @Override
        public void known(String account) {
            shutOuts.keyIsKnown(account);
        }
    }

    /// Why the provider of this account does not do this at the moment, if it does not.
    public Optional<ShutOut> shutOutOf(String code, Capability what) {
        return shutOuts().stream()
                .filter(shut -> shut.account().equals(code) && (shut.lacking() == null || shut.lacking() == what))
                .findFirst();
    }

    /// The accounts whose providers do not let us in, the oldest trouble first.
    public List<ShutOut> shutOuts() {
        return shutOuts.all();
    }

    /// Those of them that nobody has been told of yet; to be told within this database transaction.
    public List<ShutOut> shutOutsToTell() {
        return shutOuts.takeUntold(clock.instant());
    }

    /// The accounts for tests through which payers can pay now.
    public List<TestAccount> testAccounts() {
        return accounts.forTests();
    }

    /// The codes of accounts that other systems of the council use too: what nobody began here is expected there.
    public List<String> shared() {
        return accounts.shared();
    }

    /// The accounts' codes, for jobs that ask each provider.
    public List<String> codes() {
        return accounts.codes();
    }

    private CardProvider open(ProviderAccountStore.Connected connected) {
        return switch (connected.account().kind()) {
            case GOVUK_PAY -> new GovukPay(connected.account(), connected.formerKeys(), govukPay, keyBook);
            case SMARTPAY_FUSE -> new SmartPay(connected.account(), smartPay, forms, keyBook, clock);
        };
    }
}
