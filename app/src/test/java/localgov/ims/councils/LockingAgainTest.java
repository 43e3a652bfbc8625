package localgov.ims.councils;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.notifications.Contacts;
import localgov.ims.payments.PaymentId;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.OneTimeCodes;
import localgov.ims.people.People;
import localgov.ims.platform.ImsSettings;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.Strongboxes;
import localgov.ims.platform.words.Language;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import localgov.ims.webhooks.Webhooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// When the key that locks secrets is exchanged, everything that is locked comes under the new one, so that the former
/// key can go.
@WithCouncil
class LockingAgainTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient db;

    @Autowired
    Settings settings;

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private record Row(String locked, String place) {}

    private List<Row> rows(LockedColumn column) {
        return within(() -> db.sql("select %s as locked, %s as place from %s where coalesce(%s, '') <> ''"
                        .formatted(column.column(), column.place(), column.table(), column.column()))
                .query(Row.class)
                .list());
    }

    private LockingAgain lockingAgain(Strongbox strongbox) {
        return new LockingAgain(db, strongbox, app.getBeanProvider(LockedColumns.class), app.getBean(Jobs.class));
    }

    private void add(String type, Map<String, String> answers) {
        var saved = within(() -> settings.add(settings.type(type).orElseThrow(), answers, "system"));
        assertThat(saved).isInstanceOf(Saved.Done.class);
    }

    /// Something locked in every room that keeps any.
    @BeforeEach
    void everythingIsLocked() {
        if (within(() -> settings.get(settings.type("webhooks").orElseThrow(), "forms"))
                .isPresent()) {
            return;
        }
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(DemoPeople.class).load();
            app.getBean(OneTimeCodes.class)
                    .begin(app.getBean(People.class).find("admin@demo.example").orElseThrow());
            app.getBean(Contacts.class).give(new PaymentId(UUID.randomUUID()), "cy@pays.example", Language.ENGLISH);
            app.getBean(Messages.class).send(new Email("portal.receipt", "cy@pays.example", "Receipt", "Thank you"));
            return true;
        });
        add(
                "webhooks",
                Map.of(
                        "code", "forms",
                        "name", "Forms",
                        "address", "https://forms.example.gov.uk/hooks",
                        "api_key", "demo",
                        "which", "ALL",
                        "paid", "yes"));
        within(() -> app.getBean(Webhooks.class).firstSecret("forms", "ada")).orElseThrow();
        add(
                "systems-that-hand-payers-over",
                Map.of(
                        "code", "planning",
                        "name", "Planning",
                        "api_key", "demo",
                        "secret", "0123456789abcdef0123456789abcdef"));
    }

    @Test
    void everythingThatIsLockedComesUnderTheNewKeyAndOpensWithItAlone() {
        var keys = Strongboxes.exchanged(app.getBean(ImsSettings.class));
        var columns = lockingAgain(keys.both()).columns();
        var before = new HashMap<String, String>();
        var now = app.getBean(Strongbox.class);
        columns.forEach(column ->
                rows(column).forEach(row -> before.put(row.place(), now.unlock(row.locked(), row.place()))));
        assertThat(before.keySet())
                .extracting(place -> place.split("[.:]")[0])
                .contains("people", "messages", "notifications", "webhooks", "handovers_system");

        var done = within(lockingAgain(keys.both())::lockAgain);
        assertThat(done.again()).isGreaterThanOrEqualTo(before.size());
        assertThat(done.closed()).isZero();
        // What a provider's account had before is kept while it is locked again.
        within(lockingAgain(keys.both())::lockAgain);
        assertThat(within(lockingAgain(keys.both())::lockAgain)).isEqualTo(new LockingAgain.Done(0, 0));

        var after = new HashMap<String, String>();
        columns.forEach(column ->
                rows(column).forEach(row -> after.put(row.place(), keys.newer().unlock(row.locked(), row.place()))));
        assertThat(after).isEqualTo(before);
        within(lockingAgain(keys.back())::lockAgain);
    }

    /// Whatever looks like a lock, in any table, is declared by its room.
    @Test
    void noRoomForgetsToSayWhatItKeepsLocked() {
        var declared = lockingAgain(app.getBean(Strongbox.class)).columns().stream()
                .map(column -> column.table() + "." + column.column())
                .toList();
        assertThat(textColumns().filter(this::holdsALock))
                .isNotEmpty()
                .allSatisfy(column -> assertThat(declared).contains(column));
    }

    private Stream<String> textColumns() {
        return within(() -> db.sql("""
                        select table_name || '.' || column_name as value
                          from information_schema.columns
                          join information_schema.tables using (table_schema, table_name)
                         where table_schema = current_schema()
                           and table_type = 'BASE TABLE'
                           and data_type = 'text'
                        """).query(String.class).list()).stream();
    }

    private boolean holdsALock(String column) {
        var parts = column.split("\\.");
        return within(
                () -> db.sql("select exists (select from \"%s\" where \"%s\" ~ '^k[0-9a-f]{8}:[A-Za-z0-9+/]{40,}$')"
                                .formatted(parts[0], parts[1]))
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void whileThereIsOneKeyNothingIsDone() {
        assertThat(within(lockingAgain(app.getBean(Strongbox.class))::lockAgain))
                .isEqualTo(new LockingAgain.Done(0, 0));
    }

    @Test
    void whatDoesNotOpenIsCountedAndHoldsUpNothing() {
        var keys = Strongboxes.exchanged(app.getBean(ImsSettings.class));
        within(() -> app.getBean(Messages.class)
                .send(new Email("portal.receipt", "cy@pays.example", "Receipt", "Thank you")));
        within(() -> db.sql("""
                update messages_message
                   set content = overlay(content placing 'AAAAAAAA' from 20)
                 where id = (select max(id::text)::uuid from messages_message)
                """).update());
        var done = within(lockingAgain(keys.both())::lockAgain);
        assertThat(done.closed()).isOne();
        assertThat(done.again()).isPositive();
        within(() -> db.sql(
                        "update messages_message set state = 'GIVEN_UP', content = null, ended_at = now() where content like '%AAAAAAAA%'")
                .update());
        within(lockingAgain(keys.back())::lockAgain);
    }
}
