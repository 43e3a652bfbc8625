package localgov.ims.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.messages.Email;
import localgov.ims.messages.Sent;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever looks after files is told once of what is missing, and once that it came after all.
@WithCouncil
class MissingAlarmTest {
    private final LocalDate today = London.dayOf(Instant.now());

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient db;

    @Autowired
    MissingAlarm alarm;

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private List<Email> told(String about, String file) {
        return within(() -> Sent.about(app, about, Instant.EPOCH)).stream()
                .filter(email -> email.values().get("files").contains(file))
                .toList();
    }

    private void tellAtOnce() throws Exception {
        var barrier = new CyclicBarrier(3);
        try (var pool = Executors.newFixedThreadPool(3)) {
            var tellers = IntStream.range(0, 3)
                    .mapToObj(_ -> pool.submit(() -> {
                        barrier.await();
                        return within(() -> {
                            alarm.tell();
                            return true;
                        });
                    }))
                    .toList();
            for (var teller : tellers) {
                assertThat(teller.get()).isTrue();
            }
        }
    }

    @Test
    void eachMissingFileIsToldOfOnceInOneEmailForAllAndOnceThatItCame() throws Exception {
        var readers = within(() -> {
            app.getBean(DemoPeople.class).load();
            new ExpectedCouncil(db).source("daily");
            new ExpectedCouncil(db).expectsDaily("daily", today.minusDays(1));
            return app.getBean(People.class).all().stream()
                    .filter(person -> person.permissions().contains(Permission.TAKE_IN_FILES))
                    .toList();
        });
        assertThat(readers).isNotEmpty();
        tellAtOnce();
        tellAtOnce();
        assertThat(told(MissingKinds.MISSING, "daily")).hasSameSizeAs(readers).allSatisfy(email -> {
            assertThat(email.values().get("files").lines()).hasSize(2);
            assertThat(Sent.unfilled(app, email)).isEmpty();
        });
        assertThat(told(MissingKinds.CAME, "daily")).isEmpty();
        within(() -> new ExpectedCouncil(db).came("daily", Instant.now().toString(), "POSTED", today.toString()));
        tellAtOnce();
        tellAtOnce();
        assertThat(told(MissingKinds.CAME, "daily"))
                .hasSameSizeAs(readers)
                .allSatisfy(
                        email -> assertThat(email.values().get("files").lines()).hasSize(1));
        assertThat(told(MissingKinds.MISSING, "daily")).hasSameSizeAs(readers);
    }

    @Test
    void whenWhoeverIsNamedForAFileHasLeftAllWhoLookAfterFilesAreTold() {
        within(() -> {
            app.getBean(DemoPeople.class).load();
            new ExpectedCouncil(db).source("left");
            new ExpectedCouncil(db).expectsDaily("left", today);
            db.sql("update expected_file set told = 'gone@demo.example' where code = 'left'")
                    .update();
            alarm.tell();
            return true;
        });
        assertThat(told(MissingKinds.MISSING, "left"))
                .extracting(Email::to)
                .contains("finance@demo.example")
                .doesNotContain("gone@demo.example", "auditor@demo.example");
    }

    @Test
    void onlyWhoeverIsNamedForAFileIsToldOfIt() {
        within(() -> {
            app.getBean(DemoPeople.class).load();
            new ExpectedCouncil(db).source("named");
            new ExpectedCouncil(db).expectsDaily("named", today);
            db.sql("update expected_file set told = 'auditor@demo.example' where code = 'named'")
                    .update();
            alarm.tell();
            return true;
        });
        assertThat(told(MissingKinds.MISSING, "named")).extracting(Email::to).containsExactly("auditor@demo.example");
    }
}
