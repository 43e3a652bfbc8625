package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.messages.Sent;
import localgov.ims.people.SignedInAs;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A receipt goes out from the office a few times, whoever sends it and at whatever moment, and no more.
@WithCouncil
class ReceiptsGoOutSoOftenTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private long journal;

    @BeforeEach
    void somethingCameIn() {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            var id = UUID.randomUUID().toString();
            app.getBean(Receipts.class)
                    .accept(new Arrival(
                            new Source("demo", id),
                            AccountName.clearing("card"),
                            OfficeJourney.YESTERDAY,
                            "card",
                            "S",
                            "online",
                            null,
                            List.of(Arrival.Line.of("23", "771234561", Money.pence(12_000), null))));
            journal = app.getBean(StoryStore.class).journalOf("demo", id).orElseThrow();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private MvcTestResult send(UUID key) {
        return mvc.post()
                .uri("/office/receipts/" + journal + "-1/email")
                .param("key", key.toString())
                .param("email", "cy@example.org")
                .param("language", "en")
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
    }

    @Test
    void theSixthTimeIsRefusedAndSaysWhy() {
        var since = Instant.now();
        var first = UUID.randomUUID();
        assertThat(send(first)).hasStatus(303);
        for (int i = 1; i < ReceiptMailStore.MOST; i++) {
            assertThat(send(UUID.randomUUID())).hasStatus(303);
        }
        var refused = send(UUID.randomUUID());
        assertThat(refused).hasStatus(422);
        assertThat(OfficeJourney.read(refused).select(".govuk-error-summary").text())
                .contains("sent by e-mail five times");
        assertThat(send(first)).as("the first click again").hasStatus(303);
        assertThat(within(() -> Sent.about(app, "reporting.receipt", since))).hasSize(ReceiptMailStore.MOST);
    }

    @Test
    void ofManyWhoSendAtOnceNoMoreGoOut() throws Exception {
        var since = Instant.now();
        try (var many = Executors.newFixedThreadPool(4)) {
            many.invokeAll(IntStream.range(0, 12)
                    .<Callable<MvcTestResult>>mapToObj(_ -> () -> send(UUID.randomUUID()))
                    .toList());
        }
        assertThat(within(() -> Sent.about(app, "reporting.receipt", since))).hasSizeBetween(1, ReceiptMailStore.MOST);
    }
}
