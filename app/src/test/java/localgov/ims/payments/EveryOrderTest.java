package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.Laws;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Everything that can tell us of a payment, in every order there is: the payer comes back, a webhook comes, comes
/// again, the poller comes round, all of it before and after the payer has decided. The books are the same each time,
/// and never ahead of what has happened.
@OnAPort
class EveryOrderTest {
    private enum Event {
        /// The payer decides on the provider's page.
        DECIDED,
        RETURN,
        WEBHOOK,
        /// The same message once more.
        AGAIN,
        POLL,
        /// The provider finds that it cannot collect what was paid.
        UNCOLLECTED
    }

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    private PayDriver pay;
    private final AtomicInteger messages = new AtomicInteger();

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        Workshop.connect(app, pay, "order-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT));
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    @Test
    void whatIsPaidIsPostedOnceWhateverTellsUsFirst() {
        var orders = orders(Event.DECIDED, Event.RETURN, Event.WEBHOOK, Event.AGAIN, Event.POLL);
        assertThat(orders).hasSize(120);
        for (var order : orders) {
            assertThat(lives(order, "success", 0)).as("%s", order).isEqualTo("PAID fund:11 3500");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            declined          | 0   | FAILED
            error             | 0   | FAILED
            cancelled_by_user | 0   | CANCELLED
            expired           | 0   | EXPIRED
            submitted         | 0   | STARTED
            success           | 250 | PAID fund:11 3500, surcharges 250
            """)
    void everyOtherEndIsTheSameInEveryOrder(String outcome, int surcharge, String expected) {
        for (var order : orders(Event.DECIDED, Event.RETURN, Event.WEBHOOK, Event.POLL)) {
            assertThat(lives(order, outcome, surcharge)).as("%s", order).isEqualTo(expected);
        }
    }

    @Test
    void whatIsNotCollectedLeavesNothingBehindInAnyOrder() {
        var orders = orders(Event.DECIDED, Event.RETURN, Event.WEBHOOK, Event.POLL, Event.UNCOLLECTED).stream()
                .filter(order -> order.indexOf(Event.DECIDED) < order.indexOf(Event.UNCOLLECTED))
                .toList();
        assertThat(orders).hasSize(60);
        for (var order : orders) {
            var between = order.subList(order.indexOf(Event.DECIDED), order.indexOf(Event.UNCOLLECTED));
            pay.fault("capture_fails", "capture");
            assertThat(lives(order, "success", 0))
                    .as("%s", order)
                    .isEqualTo(between.size() > 1 ? "FAILED fund:11 3500, fund:11 -3500" : "FAILED");
        }
    }

    /// Lives one order through, and tells how the payment stands in the end and what the book has of it.
    private String lives(List<Event> order, String outcome, int surcharge) {
        var shop = new Workshop(app);
        var payment = within(() -> shop.started(Workshop.FINE));
        var message = "order-" + messages.incrementAndGet();
        var decided = false;
        for (var event : order) {
            happens(event, shop, payment, message, outcome, surcharge);
            decided |= event == Event.DECIDED;
            if (!decided) {
                assertThat(within(() -> shop.posted(payment)))
                        .as("before anything was decided")
                        .isEmpty();
            }
        }
        return within(() -> {
            shop.later(Duration.ofHours(7));
            shop.poll();
            return (shop.now(payment).state() + " " + String.join(", ", shop.posted(payment))).strip();
        });
    }

    private void happens(Event event, Workshop shop, Payment payment, String message, String outcome, int surcharge) {
        var reference = payment.providerReference().orElseThrow();
        switch (event) {
            case DECIDED ->
                assertThat(pay.control(
                                        "/payments/" + reference + "/outcome",
                                        "{\"outcome\": \"%s\", \"surcharge\": %d}".formatted(outcome, surcharge))
                                .status())
                        .isEqualTo(200);
            case UNCOLLECTED -> pay.advance("27h");
            case RETURN ->
                within(() ->
                        shop.payments.returned(shop.payments.find(payment.id()).orElseThrow()));
            case WEBHOOK, AGAIN ->
                within(() -> {
                    shop.webhook(pay, message, reference);
                    return true;
                });
            case POLL ->
                within(() -> {
                    shop.poll();
                    return true;
                });
        }
    }

    private static List<List<Event>> orders(Event... events) {
        if (events.length == 0) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<Event>>();
        for (int i = 0; i < events.length; i++) {
            var rest = new ArrayList<>(List.of(events));
            var first = rest.remove(i);
            for (var order : orders(rest.toArray(Event[]::new))) {
                var whole = new ArrayList<Event>();
                whole.add(first);
                whole.addAll(order);
                orders.add(List.copyOf(whole));
            }
        }
        return orders;
    }
}
