package localgov.ims.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.providers.Capability;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// When a payment provider does not let the council in, those who can see to it are told once.
@WithCouncil
class ShutOutAlarmTest {
    private static final String TROUBLE = "The card payments of Town cards do not work";

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Providers providers;

    @Autowired
    ShutOutAlarm alarm;

    @BeforeEach
    void connect() {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(DemoPeople.class).load();
            providers.connect(new ProviderAccount(
                    "town",
                    "Town cards",
                    ProviderAccount.Kind.GOVUK_PAY,
                    URI.create("http://localhost:1"),
                    new Secret("api_test_town"),
                    new Secret("whsec_town")));
            providers.letIn("town", Set.of(Capability.AGREEMENTS));
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void shutOut() {
        within(() -> {
            providers.shutOut("town", "401", null);
            alarm.tell();
            return true;
        });
    }

    private long told() {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select count(*) from messages_message where about = 'notifications.shut-out'")
                .query(Long.class)
                .single());
    }

    private boolean readsOfIt(RequestPostProcessor who) {
        return reads(who, TROUBLE);
    }

    private boolean reads(RequestPostProcessor who, String words) {
        var page = mvc.get().uri("/office").with(who).exchange();
        assertThat(page).hasStatusOk();
        try {
            return page.getResponse().getContentAsString().contains(words);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thoseWhoChangeSettingsAreToldOnceUntilItWorksAndFailsAgain() {
        long before = told();
        shutOut();
        long told = told() - before;
        assertThat(told).isPositive();
        shutOut();
        assertThat(told()).isEqualTo(before + told);
        within(() -> {
            providers.letIn("town", Set.of());
            return true;
        });
        shutOut();
        assertThat(told()).isEqualTo(before + 2 * told);
    }

    @Test
    void whatIsSwitchedOffForPlansIsToldByItselfAndNotHiddenByOtherPayments() {
        long before = told();
        within(() -> {
            providers.shutOut("town", "P0942", Capability.AGREEMENTS);
            alarm.tell();
            providers.letIn("town", Set.of());
            providers.shutOut("town", "P0942", Capability.AGREEMENTS);
            alarm.tell();
            return true;
        });
        long told = told() - before;
        assertThat(told).isPositive().isEqualTo(changers());
        var manager = Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS, Permission.SEE_SETTINGS);
        assertThat(readsOfIt(manager)).isFalse();
        assertThat(reads(manager, "Town cards takes no payments from saved cards"))
                .isTrue();
        within(() -> {
            providers.letIn("town", Set.of(Capability.AGREEMENTS));
            return true;
        });
        assertThat(reads(manager, "Town cards takes no payments from saved cards"))
                .isFalse();
    }

    private long changers() {
        return within(() -> app.getBean(People.class).all().stream()
                .filter(person -> person.permissions().contains(Permission.CHANGE_SETTINGS))
                .count());
    }

    @Test
    void itIsOnTheFirstPageOfWhoeverSeesSettingsUntilItWorks() {
        var colleague = Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS);
        var manager = Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS, Permission.SEE_SETTINGS);
        assertThat(readsOfIt(manager)).isFalse();
        shutOut();
        assertThat(readsOfIt(manager)).isTrue();
        assertThat(readsOfIt(SignedInAs.finance())).isTrue();
        assertThat(readsOfIt(colleague)).isFalse();
        within(() -> {
            providers.letIn("town", Set.of());
            return true;
        });
        assertThat(readsOfIt(manager)).isFalse();
    }
}
