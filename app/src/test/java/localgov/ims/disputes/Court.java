package localgov.ims.disputes;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.approvals.ApprovalMails;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.messages.Messages;
import localgov.ims.messages.Sent;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.platform.Laws;
import localgov.ims.platform.pages.CouncilFaces;
import localgov.ims.platform.words.WordBook;
import localgov.ims.providers.Providers;
import localgov.ims.providers.WatchedProviders;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Departures;
import localgov.ims.receipts.Receipts;
import localgov.ims.receipts.Withholding;
import localgov.ims.refunds.Claims;
import localgov.ims.sandbox.PayDriver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/// Disputes put together by hand on a running application: with a clock that can be moved on, and with
/// somebody told at each step between the database and the provider. Several of them are several
/// instances on one database.
final class Court {
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final ApplicationContext app;
    private final JdbcClient db;
    final DisputeStore store;
    final DisputeLists lists;
    final Following following;
    final Watching watching;

    Court(ApplicationContext app) {
        this(app, () -> {});
    }

    Court(ApplicationContext app, Runnable atEachStep) {
        this.app = app;
        InstantSource clock = () -> Instant.now().plus(later.get());
        db = app.getBean(JdbcClient.class);
        store = new DisputeStore(db);
        var listStore = new DisputeListStore(db);
        lists = new DisputeLists(listStore, store);
        var claims = app.getBean(Claims.class);
        var transactions = new WatchedTransactions(app.getBean(PlatformTransactionManager.class), atEachStep);
        var telling = new Telling(
                new StepStore(db),
                app.getBean(People.class),
                app.getBean(ApprovalMails.class),
                app.getBean(Messages.class),
                app.getBean(WordBook.class),
                app.getBean(CouncilFaces.class),
                app.getBean(OfficeAddress.class),
                app.getBean(Audit.class),
                clock);
        following = new Following(
                store,
                new DisputedReceipts(db),
                new DisputeBooks(app.getBean(Withholding.class), app.getBean(Departures.class), claims, clock),
                claims,
                telling,
                transactions,
                clock);
        watching = new Watching(
                new WatchedProviders(app.getBean(Providers.class), atEachStep),
                store,
                listStore,
                following,
                telling,
                transactions,
                app.getBean(Jobs.class),
                clock);
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

    void later(Duration by) {
        later.updateAndGet(by::plus);
    }

    /// The payer's bank takes a step: `needs_response`, `under_review`, `won`, `lost`.
    static void bank(PayDriver pay, Payment payment, String status) {
        bank(pay, payment, status, "");
    }

    static void bank(PayDriver pay, Payment payment, String status, String more) {
        var answer = pay.control(
                "/payments/" + payment.providerReference().orElseThrow() + "/dispute",
                "{\"status\": \"%s\"%s}".formatted(status, more));
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    "The bank could not: " + answer.raw().body());
        }
    }

    void watch() {
        within(() -> {
            watching.watch();
            return true;
        });
    }

    /// A payment by card to which the provider added so many pence.
    Payment paid(PayDriver pay, long surcharge, Basket.Line line) {
        var payments = app.getBean(Payments.class);
        var made =
                (Created.New) within(() -> payments.create(Basket.of(List.of(line)), Asking.anew("portal", "portal")));
        var visit = new Visit(URI.create("http://localhost"), "en");
        var started =
                (Going.ToProvider) within(() -> payments.start(made.payment().id(), visit));
        pay.control(
                "/payments/%s/outcome"
                        .formatted(started.payment().providerReference().orElseThrow()),
                "{\"outcome\": \"success\", \"surcharge\": %d}".formatted(surcharge));
        return settled(made.payment());
    }

    /// Another attempt at a payment was paid as well, and is in the book; the provider's number of it.
    String paidAsWell(PayDriver pay, Payment payment, Money amount) {
        var there = pay.paid(amount.pence(), payment.reference().value());
        var arrival = new Arrival(
                new Source("payment-twice", payment.id() + "/" + there),
                AccountName.clearing("card"),
                London.dayOf(Instant.now()),
                "card",
                "web",
                "portal",
                null,
                List.of(Arrival.Line.unplaced(amount, "Another attempt was paid as well.", "Wanted: a fine")));
        within(() -> app.getBean(Receipts.class).accept(arrival));
        return there;
    }

    /// The provider could not collect it, and could after all.
    void takenBackAndPaidAfterAll(PayDriver pay, Payment payment) {
        pay.outcome(payment.providerReference().orElseThrow(), "error");
        settled(payment);
        within(() -> db.sql("""
                update sandbox_payment set state = 'SUCCESS' where id = :id
                """)
                .param("id", payment.providerReference().orElseThrow())
                .update());
        settled(payment);
    }

    /// A payment of which the provider says that another amount was paid than was asked for: all of it is in suspense.
    Payment paidOtherwise(PayDriver pay, Money paid, Basket.Line line) {
        var payments = app.getBean(Payments.class);
        var made =
                (Created.New) within(() -> payments.create(Basket.of(List.of(line)), Asking.anew("portal", "portal")));
        var visit = new Visit(URI.create("http://localhost"), "en");
        var started =
                (Going.ToProvider) within(() -> payments.start(made.payment().id(), visit));
        var there = started.payment().providerReference().orElseThrow();
        within(() -> db.sql("""
                update sandbox_payment
                   set amount = :paid
                 where id = :there
                """).param("paid", paid).param("there", there).update());
        pay.outcome(there, "success");
        return settled(made.payment());
    }

    /// The payment as its provider has it now.
    Payment settled(Payment payment) {
        return within(() -> app.getBean(Payments.class).settle(payment.id()));
    }

    List<Dispute> all(Payment payment) {
        return all(payment.providerReference().orElseThrow());
    }

    List<Dispute> all(String reference) {
        return within(() -> db.sql("""
                select dispute.id as value
                  from disputes_dispute dispute
                 where provider_reference = :reference
                 order by found_at, id
                """).param("reference", reference).query(DisputeId.class).list().stream()
                .map(store::get)
                .toList());
    }

    Dispute of(Payment payment) {
        return all(payment).getFirst();
    }

    Charging charge(Dispute dispute, Map<Integer, Money> amounts, Person by) {
        return within(() -> following.charge(dispute.id(), amounts, by));
    }

    /// What the book has of a dispute: each posting as `from to amount VAT`, in its order.
    List<String> posted(Dispute dispute) {
        return within(() ->
                db.sql("""
                select from_account || ' ' || to_account || ' ' || pence || ' ' || vat_pence
                  from ledger_postings
                 where source_kind like 'dispute%'
                   and source_id like :id
                 order by journal, line
                """).param("id", dispute.id() + "/%").query(String.class).list());
    }

    /// What has gone into a pot, less what has come out of it.
    long in(String pot) {
        return within(() -> db.sql("""
                select coalesce(sum(case when to_account like :pot then pence else 0 end), 0)::bigint
                     - coalesce(sum(case when from_account like :pot then pence else 0 end), 0)::bigint
                  from ledger_postings
                """).param("pot", pot).query(Long.class).single());
    }

    List<String> steps(Dispute dispute) {
        return within(() -> new StepStore(db)
                .steps(dispute.id()).stream().map(step -> step.what().name()).toList());
    }

    /// How many e-mails about disputes have been queued.
    long mails() {
        return within(() -> db.sql("""
                select count(*) from messages_message where about = 'disputes.changed'
                """).query(Long.class).single());
    }

    List<String> blanksThatMailsLeaveOpen() {
        return within(() -> Sent.unfilled(
                app, Sent.about(app, "disputes.changed", Instant.EPOCH).getLast()));
    }

    List<Laws.Law> brokenLaws() {
        return within(() -> app.getBean(Laws.class).all().stream()
                .filter(law -> law.violations() > 0)
                .toList());
    }
}
