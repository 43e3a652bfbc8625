package localgov.ims.payments;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.Money;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.providers.WatchedProviders;
import localgov.ims.providers.WebhookSignature;
import localgov.ims.receipts.TakingBack;
import localgov.ims.sandbox.PayDriver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/// Payments put together by hand on a running application: with a clock that can be moved on, and with somebody
/// told at each step between the database and the provider. Several of them are several instances on one database.
public final class Workshop {
    static final Visit VISIT = new Visit(URI.create("http://localhost"), "en");
    static final Basket.Line FINE = new Basket.Line("11", "BJ99518409", Money.pence(3_500), null);
    static final Basket.Line GARDEN = new Basket.Line("GW", "GW123456", Money.pence(4_500), "Brown bin");

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final JdbcClient db;
    public final Payments payments;
    public final Polling polling;
    final Listening listening;
    final Strangers strangers;
    final WatchedProviders providers;

    public Workshop(ApplicationContext app) {
        this(app, () -> {});
    }

    public Workshop(ApplicationContext app, Runnable atEachStep) {
        this(app, atEachStep, atEachStep);
    }

    /// @param atQuestions told before and after each question to the provider
    /// @param atWriting told before a database transaction ends, and after it has
    Workshop(ApplicationContext app, Runnable atQuestions, Runnable atWriting) {
        InstantSource clock = () -> Instant.now().plus(later.get());
        db = app.getBean(JdbcClient.class);
        var jobs = app.getBean(Jobs.class);
        var catalogue = app.getBean(Catalogue.class);
        providers = new WatchedProviders(app.getBean(Providers.class), atQuestions);
        var transactions = new WatchedTransactions(app.getBean(PlatformTransactionManager.class), atWriting);
        var store = new PaymentStore(db);
        var settling = new Settling(
                store,
                providers,
                app.getBean(Delivering.class),
                app.getBean(TakingBack.class),
                catalogue,
                app.getBean(Audit.class),
                transactions,
                app,
                clock);
        var returns = app.getBean(ReturnAddresses.class);
        listening = new Listening(
                new HintStore(db), store, settling, providers, app.getBean(UnclaimedPayments.class), jobs, app, clock);
        var charging =
                new Charging(store, settling, providers, catalogue, app.getBeanProvider(Arrangements.class), clock);
        payments = new Payments(
                store,
                new BasketCheck(catalogue, app.getBean(Accounts.class), providers, returns),
                new Starting(store, settling, providers, catalogue, charging, new ReturnTokens(db, clock), clock),
                charging,
                settling,
                listening,
                returns,
                List.of(),
                clock);
        strangers = new Strangers(new HintStore(db), new ListedStore(db), listening, providers, jobs, clock);
        polling = new Polling(store, settling, listening, jobs, clock);
    }

    /// Told before a database transaction ends, and after it has.
    private static final class WatchedTransactions extends TransactionTemplate {
        private final Runnable atEachStep;

        WatchedTransactions(PlatformTransactionManager manager, Runnable atEachStep) {
            super(manager);
            this.atEachStep = atEachStep;
        }

        @Override
        public <T> @Nullable T execute(TransactionCallback<T> work) {
            var answer = super.execute((TransactionStatus status) -> {
                var inside = work.doInTransaction(status);
                atEachStep.run();
                return inside;
            });
            atEachStep.run();
            return answer;
        }
    }

    public void later(Duration by) {
        later.updateAndGet(by::plus);
    }

    public static void connect(ApplicationContext app, PayDriver pay, String code) {
        CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> app.getBean(Providers.class)
                        .connect(new ProviderAccount(
                                code,
                                "Cards",
                                ProviderAccount.Kind.GOVUK_PAY,
                                URI.create(pay.base()),
                                new Secret(pay.key),
                                new Secret(pay.webhookSecret))));
    }

    Payment create(Basket.Line... lines) {
        return ((Created.New) payments.create(Basket.of(List.of(lines)), Asking.anew("portal", "portal"))).payment();
    }

    /// A payment that the provider knows.
    Payment started(Basket.Line... lines) {
        return ((Going.ToProvider) payments.start(create(lines).id(), VISIT)).payment();
    }

    Payment now(Payment payment) {
        return payments.find(payment.id()).orElseThrow();
    }

    /// What the book has of a payment: each line as `account amount`, what was taken back with a minus.
    List<String> posted(Payment payment) {
        return db.sql("""
                select case when from_account like 'clearing:%' then to_account || ' ' else from_account || ' -' end || pence
                  from ledger_postings
                 where source_kind in ('payment', 'payment-turn', 'payment-twice')
                   and split_part(source_id, '/', 1) = :id
                 order by journal, line
                """)
                .param("id", payment.id().toString())
                .query(String.class)
                .list();
    }

    /// Hears a webhook of the account and follows it.
    void webhook(PayDriver pay, String message, String providerReference) {
        var body = """
                {"webhook_message_id":"%s","resource_id":"%s","resource_type":"payment"}""".formatted(message, providerReference).getBytes(StandardCharsets.UTF_8);
        payments.hear(body, WebhookSignature.of(body, new Secret(pay.webhookSecret)));
        later(Duration.ofSeconds(11));
        listening.followForgotten();
    }

    public void poll() {
        later(Duration.ofMinutes(2));
        polling.poll();
    }

    List<String> notes(Payment payment) {
        return payment.note()
                .map(String::lines)
                .map(java.util.stream.Stream::toList)
                .orElse(List.of());
    }
}
