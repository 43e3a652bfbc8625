package localgov.ims.notifications;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.messages.Messages;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import localgov.ims.refunds.Refunds;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/// Telling payers what is due, for tests of whoever states facts: by one, by several at once, and by one that dies.
public final class Tellings {
    private Tellings() {}

    /// Everything that is to be told, by four at once.
    public static void tellAll(ApplicationContext app) {
        var telling = app.getBean(Telling.class);
        var due = due(app);
        try (var four = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4)
                    .forEach(_ -> four.submit(
                            () -> CurrentCouncil.within(TestCouncil.ALDERMERE, () -> due.forEach(telling::tell))));
        }
    }

    public static List<UUID> due(ApplicationContext app) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> new FactStore(app.getBean(JdbcClient.class))
                        .due(app.getBean(InstantSource.class).instant(), 100));
    }

    /// Payers' addresses are forgotten as they would be when this one had been given so long ago.
    public static void forgetContacts(ApplicationContext app, PaymentId payment, Duration ago) {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            app.getBean(JdbcClient.class)
                    .sql("update notifications_contact set given_at = :given where payment = :payment")
                    .param("payment", payment)
                    .param("given", app.getBean(InstantSource.class).instant().minus(ago))
                    .update();
            app.getBean(Contacts.class).forget();
        });
    }

    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Tells one thing and dies before its database transaction is committed.
    public static void die(ApplicationContext app, UUID id) {
        var transactions = new TransactionTemplate(app.getBean(PlatformTransactionManager.class)) {
            private static final long serialVersionUID = 1L;

            @Override
            public <T> @Nullable T execute(TransactionCallback<T> work) {
                return super.execute((TransactionStatus status) -> {
                    work.doInTransaction(status);
                    throw new Killed();
                });
            }
        };
        var doomed = new Telling(
                new FactStore(app.getBean(JdbcClient.class)),
                app.getBean(Contacts.class),
                app.getBean(WhoTells.class),
                app.getBean(PayerLetters.class),
                app.getBean(Payments.class),
                app.getBean(Refunds.class),
                app.getBean(Messages.class),
                transactions,
                app.getBean(InstantSource.class),
                app.getBean(Jobs.class));
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> doomed.tell(id));
    }

    /// What was told of anything about this, as `state problem`.
    public static List<String> outcomes(ApplicationContext app, String concerns) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () ->
                        app
                                .getBean(JdbcClient.class)
                                .sql("""
                                select about || ' ' || state || coalesce(' ' || problem, '')
                                  from messages_message
                                 where concerns = :concerns
                                 order by id
                                """)
                                .param("concerns", concerns)
                                .query(String.class)
                                .list()
                                .stream()
                                .map(Objects::requireNonNull)
                                .toList());
    }
}
