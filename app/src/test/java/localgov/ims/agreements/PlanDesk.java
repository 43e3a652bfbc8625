package localgov.ims.agreements;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.payments.Workshop;
import localgov.ims.people.DemoPeople;
import localgov.ims.platform.Laws;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.words.Language;
import localgov.ims.providers.Capability;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.PayDriver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Agreements put together by hand on a running application, with a clock that can be moved on. Several of them are
/// several instances on one database.
final class PlanDesk {
    static final String FUND = "GW";
    static final String ACCOUNT = "GW123456";
    static final Visit VISIT = new Visit(URI.create("http://localhost"), "en");

    /// Until the next morning at nine.
    private static final Duration UNTIL_MORNING = untilMorning();

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(later.get());
    private final Workshop shop;
    private final JdbcClient db;
    final Payments payments;
    final AgreementStore store;
    final AtProviderStore there;
    final InstalmentStore instalments;
    final AttemptStore attempts;
    final Agreements agreements;
    final Consenting consenting;
    final Concluding concluding;
    final Collecting collecting;
    final Watching watching;

    /// One at which it is always morning, because payments are taken at seven: whether a wait of some days is long
    /// enough must not depend on when the tests run.
    PlanDesk(ApplicationContext app) {
        this(app, UNTIL_MORNING);
    }

    /// One that goes by the clock of the application's own pages.
    static PlanDesk besidePages(ApplicationContext app) {
        return new PlanDesk(app, Duration.ZERO);
    }

    private PlanDesk(ApplicationContext app, Duration ahead) {
        shop = new Workshop(app);
        later(ahead);
        payments = shop.payments;
        db = app.getBean(JdbcClient.class);
        store = new AgreementStore(db);
        there = new AtProviderStore(db);
        instalments = new InstalmentStore(db);
        attempts = new AttemptStore(db);
        var telling = app.getBean(Telling.class);
        var providers = app.getBean(Providers.class);
        var transactions = app.getBean(TransactionTemplate.class);
        agreements = new Agreements(
                store,
                instalments,
                attempts,
                payments,
                app.getBean(Strongbox.class),
                telling,
                app.getBean(Audit.class),
                transactions,
                clock);
        consenting = new Consenting(
                store,
                there,
                instalments,
                attempts,
                agreements,
                app.getBean(Offers.class),
                payments,
                providers,
                app.getBean(Describing.class),
                app.getBean(Audit.class),
                transactions,
                clock);
        concluding = new Concluding(
                store,
                there,
                instalments,
                attempts,
                payments,
                providers,
                telling,
                app.getBean(Audit.class),
                transactions,
                clock);
        var jobs = app.getBean(Jobs.class);
        collecting = new Collecting(
                store, instalments, attempts, agreements, payments, concluding, telling, transactions, jobs, clock);
        watching = new Watching(
                store,
                there,
                instalments,
                agreements,
                concluding,
                payments,
                providers,
                telling,
                transactions,
                jobs,
                clock);
    }

    private static Duration untilMorning() {
        var now = ZonedDateTime.now(London.ZONE);
        var nine = now.with(LocalTime.of(9, 0));
        return Duration.between(now, nine.isAfter(now) ? nine : nine.plusDays(1));
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    /// A council that takes cards at this account, under agreements too.
    static void open(ApplicationContext app, PayDriver pay) {
        connect(app, account(pay).with(Capability.AGREEMENTS));
    }

    /// The same account, and a key that its provider may not know.
    static void openWithKey(ApplicationContext app, PayDriver pay, String key) {
        connect(app, account(pay, key).with(Capability.AGREEMENTS));
    }

    /// A council whose cards are taken once only.
    static void openWithout(ApplicationContext app, PayDriver pay) {
        connect(app, account(pay));
    }

    private static void connect(ApplicationContext app, ProviderAccount account) {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(DemoPeople.class).load();
            app.getBean(Providers.class).connect(account);
            return true;
        });
    }

    private static ProviderAccount account(PayDriver pay) {
        return account(pay, pay.key);
    }

    private static ProviderAccount account(PayDriver pay, String key) {
        return new ProviderAccount(
                "account-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT),
                "Cards",
                ProviderAccount.Kind.GOVUK_PAY,
                URI.create(pay.base()),
                new Secret(key),
                new Secret(pay.webhookSecret));
    }

    void later(Duration by) {
        later.updateAndGet(by::plus);
        shop.later(by);
    }

    LocalDate today() {
        return London.dayOf(clock.instant());
    }

    /// £60.01 in three: £20.00, £20.00 and £20.01.
    Agreement proposed() {
        return proposed(AgreementKind.INSTALMENTS, Every.WEEK, 6_001, 3, Language.ENGLISH);
    }

    Agreement proposed(AgreementKind kind, Every every, long pence, @Nullable Integer times, Language language) {
        var terms = new Terms(kind, every, Money.pence(pence), times, 1, null);
        return within(() -> agreements.propose(
                new Agreements.Proposal(FUND, ACCOUNT, terms, "cy@example.com", language, Agreements.PAYER)));
    }

    Agreed agree(Agreement agreement) {
        return within(() -> consenting.agree(agreement, today(), "I agree", VISIT));
    }

    /// Agreed to, and its first payment at the provider.
    Payment settingUp(Agreement agreement) {
        return switch (agree(agreement)) {
            case Agreed.Gone(Going.ToProvider(var payment, var _)) -> payment;
            case Agreed other -> throw new AssertionError("Went to " + other);
        };
    }

    /// Set up with the card that is usual in the sandbox.
    Agreement active(PayDriver pay, Agreement agreement) {
        var first = settingUp(agreement);
        pay.outcome(first.providerReference().orElseThrow(), "success");
        within(() -> {
            concluding.look(first.id());
            return true;
        });
        return now(agreement);
    }

    Agreement active(PayDriver pay) {
        return active(pay, proposed());
    }

    Agreement now(Agreement agreement) {
        return within(() -> store.get(agreement.id()));
    }

    /// Whether somebody who pays once is sent to the provider's page.
    boolean sendsAnotherPayerOn() {
        var fine = new Basket.Line("11", "BJ99518409", Money.pence(3_500), null);
        return within(() -> payments.create(Basket.of(List.of(fine)), Asking.anew("portal", "portal"))
                        instanceof Created.New(var made)
                && payments.start(made.id(), VISIT) instanceof Going.ToProvider);
    }

    void round() {
        within(() -> {
            collecting.round();
            return true;
        });
    }

    void watch() {
        within(() -> {
            watching.round();
            return true;
        });
    }

    Agreements.Ending cancel(Agreement agreement) {
        return within(() -> agreements.cancel(now(agreement), Agreements.PAYER));
    }

    /// The time of one of its payments has come.
    void comesDue(Agreement agreement, int number) {
        within(() -> db.sql("""
                update agreements_instalment
                   set try_at = now() - interval '1 minute'
                 where agreement = :agreement
                   and number = :number
                """)
                .param("agreement", agreement.id())
                .param("number", number)
                .update());
    }

    /// Ends all there is, so that the next test meets nothing of this one.
    void endAll() {
        within(() -> {
            db.sql("""
                    select id as value
                      from agreements_agreement
                     where state in ('PROPOSED', 'SETTING_UP', 'ACTIVE')
                    """).query(AgreementId.class).list().forEach(id -> agreements.cancel(store.get(id), "ann"));
            return true;
        });
        watch();
    }

    /// How the payments of a plan stand, in its order.
    List<String> states(Agreement agreement) {
        return within(() -> instalments.of(agreement.id()).stream()
                .map(one -> one.state().name())
                .toList());
    }

    /// How often a payment of a plan was tried, whether or not its card was asked.
    int tries(Agreement agreement, int number) {
        return within(
                () -> instalments.find(agreement.id(), number).orElseThrow().tries());
    }

    /// What the book has of a plan: amounts, and what was taken back with a minus.
    List<Long> posted(Agreement agreement) {
        return within(
                () -> db.sql("""
                select case when posting.from_account like 'clearing:%' then posting.pence else -posting.pence end
                  from ledger_postings posting
                  join agreements_attempt attempt on attempt.payment::text = split_part(posting.source_id, '/', 1)
                 where posting.source_kind in ('payment', 'payment-turn', 'payment-twice')
                   and attempt.agreement = :id
                 order by posting.journal, posting.line
                """).param("id", agreement.id()).query(Long.class).list());
    }

    /// The payments that the provider has of an agreement, each as `amount state`.
    List<String> atTheProvider(PayDriver pay, Agreement agreement) {
        return within(() -> attempts.of(agreement.id()).stream()
                .flatMap(attempt -> payments.find(attempt.payment()).stream())
                .flatMap(
                        payment -> pay
                                .get("/v1/payments?reference="
                                        + payment.reference().value())
                                .json()
                                .path("results")
                                .values()
                                .stream())
                .map(one -> one.path("amount").asLong() + " "
                        + one.path("state").path("status").asString())
                .toList());
    }

    List<Laws.Law> brokenLaws(ApplicationContext app) {
        return within(() -> app.getBean(Laws.class).all().stream()
                .filter(law -> law.violations() > 0)
                .toList());
    }
}
