package localgov.ims.refunds;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import localgov.ims.SpringCouncil;
import localgov.ims.TestCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.platform.Laws;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.providers.WatchedProviders;
import localgov.ims.receipts.Departures;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.suspense.SuspenseGivenBack;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/// Refunds put together by hand on a running application: with a clock that can be moved on, and with somebody told
/// at each step between the database and the provider. Several of them are several instances on one database.
final class Bureau {
    static final Basket.Line FINE = new Basket.Line("11", "BJ99518409", Money.pence(3_500), null);
    static final Basket.Line GARDEN = new Basket.Line("GW", "GW123456", Money.pence(4_500), "Brown bin");

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final ApplicationContext app;
    private final JdbcClient db;
    final Refunds refunds;
    final RefundStore store;
    final RefundSending sending;
    private final Giving giving;
    final FoundStore found;
    final Elsewhere elsewhere;

    Bureau(ApplicationContext app) {
        this(app, () -> {});
    }

    Bureau(ApplicationContext app, Runnable atEachStep) {
        this.app = app;
        InstantSource clock = () -> Instant.now().plus(later.get());
        db = app.getBean(JdbcClient.class);
        refunds = app.getBean(Refunds.class);
        store = new RefundStore(db);
        var remaining = new Remaining(db, app.getBean(SuspenseGivenBack.class));
        var changing = new Changing(
                store,
                new StepStore(db),
                remaining,
                app.getBean(NewPayees.class),
                app.getBean(Departures.class),
                app.getBean(Audit.class),
                db,
                app,
                clock);
        var providers = new WatchedProviders(app.getBean(Providers.class), atEachStep);
        var transactions = new WatchedTransactions(app.getBean(PlatformTransactionManager.class), atEachStep);
        found = new FoundStore(db);
        elsewhere = new Elsewhere(
                found,
                app.getBean(Receiving.class),
                providers,
                app.getBean(Audit.class),
                transactions,
                clock,
                app.getBean(Jobs.class));
        giving =
                new Giving(store, new AttemptStore(db), remaining, changing, elsewhere, providers, transactions, clock);
        sending = new RefundSending(store, giving, app.getBean(Jobs.class), clock);
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

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    /// A council that takes cards at this account, and whose people are there.
    static void open(ApplicationContext app, PayDriver pay) {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(DemoPeople.class).load();
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                            "account-" + pay.account.substring(0, 8).toLowerCase(java.util.Locale.ROOT),
                            "Cards",
                            ProviderAccount.Kind.GOVUK_PAY,
                            URI.create(pay.base()),
                            new Secret(pay.key),
                            new Secret(pay.webhookSecret)));
            return true;
        });
    }

    void later(Duration by) {
        later.updateAndGet(by::plus);
    }

    /// A payment by card that has been paid.
    Payment paid(PayDriver pay, Basket.Line... lines) {
        return paid(pay, 0, lines);
    }

    /// One to which the provider added a surcharge for the card.
    Payment paid(PayDriver pay, long surcharge, Basket.Line... lines) {
        return paid(pay, "portal", surcharge, lines);
    }

    /// One that somebody else asked for than the payer.
    Payment paidFor(String who, PayDriver pay, Basket.Line... lines) {
        return paid(pay, who, 0, lines);
    }

    private Payment paid(PayDriver pay, String who, long surcharge, Basket.Line... lines) {
        var payments = app.getBean(Payments.class);
        var made = (Created.New) within(() -> payments.create(Basket.of(List.of(lines)), Asking.anew(who, "portal")));
        var visit = new Visit(URI.create("http://localhost"), "en");
        var started =
                (Going.ToProvider) within(() -> payments.start(made.payment().id(), visit));
        pay.control(
                "/payments/" + started.payment().providerReference().orElseThrow() + "/outcome",
                "{\"outcome\": \"success\", \"surcharge\": %d}".formatted(surcharge));
        return within(() -> payments.settle(made.payment().id()));
    }

    Person ann() {
        return person("finance@demo.example");
    }

    Person ben() {
        return person("approver@demo.example");
    }

    Person person(String email) {
        return within(() -> app.getBean(People.class).find(email)).orElseThrow();
    }

    Received receipt(Payment payment) {
        return within(() -> refunds.receipt(payment.reference(), localgov.ims.people.Scope.EVERYTHING))
                .orElseThrow();
    }

    /// Ann wants so many pence of each line of a payment.
    Wish wish(Payment payment, long... pence) {
        var receipt = receipt(payment);
        var parts = Stream.iterate(0, i -> i < pence.length, i -> i + 1)
                .filter(i -> pence[i] > 0)
                .map(i -> new Wish.Part(receipt.lines().get(i).line(), Money.pence(pence[i])))
                .toList();
        return new Wish(RefundId.at(Instant.now()), receipt.journal(), 1, parts, "Paid twice", null);
    }

    Wanting ask(Wish wish) {
        return within(() -> refunds.ask(wish, ann()));
    }

    Refund asked(Payment payment, long... pence) {
        return ((Wanting.Waiting) ask(wish(payment, pence))).refund();
    }

    Approval approve(Refund refund, Person by) {
        return within(() ->
                app.getBean(Approvals.class).approve(new ApprovalId(refund.id().value()), by));
    }

    /// A refund that two people want.
    Refund approved(Payment payment, long... pence) {
        var refund = asked(payment, pence);
        if (!(approve(refund, ben()) instanceof Approval.Approved)) {
            throw new IllegalStateException("Ben could not approve it");
        }
        return now(refund);
    }

    /// One that its card does not take.
    Refund failed(PayDriver pay, Payment payment, long... pence) {
        pay.fault("refund_fails", "refund");
        var refund = approved(payment, pence);
        round();
        if (state(refund) != RefundState.FAILED) {
            throw new IllegalStateException("It did not fail: " + now(refund));
        }
        return now(refund);
    }

    /// Ann asks for it by bank instead.
    Wanting byBank(Refund failed) {
        var instead = new ByBank.Instead(RefundId.at(Instant.now()), "The card is closed", "Cy Pays");
        return within(() -> refunds.byBank(failed.reference(), instead, ann()));
    }

    void round() {
        within(() -> {
            sending.send();
            return true;
        });
    }

    /// One step of this refund alone.
    Refund step(Refund refund) {
        return within(() -> giving.step(refund.id()));
    }

    Refund now(Refund refund) {
        return within(() -> store.get(refund.id()));
    }

    RefundState state(Refund refund) {
        return now(refund).state();
    }

    /// What the book has of a refund: each posting as `from to amount VAT`, in its order.
    List<String> posted(Refund refund) {
        return within(() -> db.sql("""
                select from_account || ' ' || to_account || ' ' || pence || ' ' || vat_pence
                  from ledger_postings
                 where source_kind in ('refund', 'refund-returned')
                   and source_id like :id
                 order by journal, line
                """)
                .param("id", refund.postedAs() + "/%")
                .query(String.class)
                .list());
    }

    /// The refunds that the provider has of a payment, each as `amount status`.
    static List<String> atTheProvider(PayDriver pay, Payment payment) {
        return atTheProvider(pay, payment.providerReference().orElseThrow());
    }

    static List<String> atTheProvider(PayDriver pay, String payment) {
        var listed = pay.get("/v1/payments/" + payment + "/refunds")
                .json()
                .path("_embedded")
                .path("refunds");
        return listed.values().stream()
                .map(one ->
                        one.path("amount").asLong() + " " + one.path("status").asString())
                .toList();
    }

    /// The provider's bank decides otherwise, without a word.
    static void turns(Payment payment, String status) {
        var id = payment.providerReference().orElseThrow();
        try (var connection = SpringCouncil.ownerPool().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set search_path to council_aldermere");
            statement.execute("update sandbox_refund set status = '%s' where payment = '%s'".formatted(status, id));
            statement.execute("update sandbox_payment set refunded = %s where id = '%s'"
                    .formatted(
                            status.equals("error")
                                    ? "0"
                                    : "(select sum(amount) from sandbox_refund where payment = '" + id + "')",
                            id));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The provider says now that it could not collect a payment, or that it could after all.
    Payment collected(Payment payment, boolean could) {
        within(() -> db.sql("""
                update sandbox_payment
                   set state = :state
                 where id = :id
                """)
                .param("state", could ? "SUCCESS" : "ERROR")
                .param("id", payment.providerReference().orElseThrow())
                .update());
        return within(() -> app.getBean(Payments.class).settle(payment.id()));
    }

    List<Laws.Law> brokenLaws() {
        return within(() -> app.getBean(Laws.class).all().stream()
                .filter(law -> law.violations() > 0)
                .toList());
    }
}
