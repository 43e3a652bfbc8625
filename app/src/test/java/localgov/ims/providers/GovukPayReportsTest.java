package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists of GOV.UK Pay as the simulator does not give them: more than one page, and what moves from page to page.
class GovukPayReportsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 7, 31);
    private static final String LOST = """
            {"dispute_id": "d1", "payment_id": "p1", "amount": 10000, "fee": 1500, "net_amount": -11500,
             "reason": "fraudulent", "status": "lost", "created_date": "2026-07-02T09:15:30.250Z",
             "evidence_due_date": "2026-07-09T23:59:59.000Z", "settlement_summary": {"settled_date": "2026-07-20"}}""";
    private static final String OPEN = """
            {"dispute_id": "d2", "payment_id": "p2", "amount": 500, "status": "needs_response"}""";

    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private CardProvider pay;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var uri = exchange.getRequestURI();
            var key = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(uri.toString());
            var page = uri.getQuery().replaceAll(".*[&?]page=", "");
            var reply = key.endsWith("former") ? replies.get("former") : replies.get(uri.getPath() + " " + page);
            var body = (reply == null ? "{\"results\": []}" : reply).getBytes(StandardCharsets.UTF_8);
            var status = "revoked".equals(reply) ? 401 : "broken".equals(reply) ? 500 : 200;
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        var account = new ProviderAccount(
                "card",
                "Cards",
                ProviderAccount.Kind.GOVUK_PAY,
                URI.create("http://localhost:" + server.getAddress().getPort()),
                new Secret("api_test_present"),
                new Secret(""));
        pay = new GovukPay(
                account, List.of(new Secret("api_test_former")), new GovukPayClient(Pace.NONE), KeyBook.NONE);
        replies.put("former", "revoked");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static String page(String links, String... results) {
        return "{\"results\": [%s], %s}".formatted(String.join(",", results), links);
    }

    private static String next(String name) {
        return "\"%s\": {\"next_page\": {\"href\": \"https://elsewhere.example/never-followed\"}}".formatted(name);
    }

    private static final String END = "\"links\": {}";

    @Test
    void disputesAreReadFromEveryPageAndToldOnce() {
        replies.put("/v1/disputes 1", page(next("links"), LOST));
        replies.put("/v1/disputes 2", page(END, LOST, OPEN));
        assertThat(pay.disputes(FIRST, LAST))
                .isEqualTo(new Listed.These<>(List.of(
                        new Dispute(
                                "d1",
                                "p1",
                                Money.pence(10_000),
                                Money.pence(1_500),
                                Money.pence(-11_500),
                                "fraudulent",
                                Dispute.State.LOST,
                                Instant.parse("2026-07-02T09:15:30.250Z"),
                                Instant.parse("2026-07-09T23:59:59Z"),
                                LocalDate.of(2026, 7, 20)),
                        new Dispute(
                                "d2",
                                "p2",
                                Money.pence(500),
                                null,
                                null,
                                null,
                                Dispute.State.NEEDS_RESPONSE,
                                null,
                                null,
                                null))));
    }

    @Test
    void theDaysAreDaysInLondonAndTheTimesOfTheSearchExcludeBothEnds() {
        pay.disputes(FIRST, LAST);
        assertThat(asked.getFirst()).contains("from_date=2026-06-30T22:59:59Z", "to_date=2026-07-31T23:00:00Z");
    }

    @Test
    void aDisputeThatIsLostIsPartOfItsDaysPayout() {
        replies.put("/v1/disputes 1", page(END, LOST));
        assertThat(pay.settled(FIRST, LAST))
                .isEqualTo(new Listed.These<>(List.of(new SettledRow(
                        SettledRow.Kind.DISPUTE,
                        "p1",
                        "d1",
                        Money.pence(-10_000),
                        Money.pence(1_500),
                        Money.pence(-11_500),
                        LocalDate.of(2026, 7, 20)))));
    }

    @Test
    void ofAPaymentThatFailedNothingWasPaidAndItsFeeIsKept() {
        replies.put("/v1/payments 1", page(END, """
                {"payment_id": "p9", "amount": 2000, "fee": 20, "net_amount": -20, "state": {"status": "failed"},
                 "settlement_summary": {"settled_date": "2026-07-20"}}"""));
        assertThat(pay.settled(FIRST, LAST))
                .isEqualTo(new Listed.These<>(List.of(new SettledRow(
                        SettledRow.Kind.PAYMENT,
                        "p9",
                        "p9",
                        Money.ZERO,
                        Money.pence(20),
                        Money.pence(-20),
                        LocalDate.of(2026, 7, 20)))));
    }

    @Test
    void aListIsToldWholeOrNotAtAll() {
        replies.put("/v1/disputes 1", page(next("links"), LOST));
        replies.put("/v1/disputes 2", "broken");
        assertThat(pay.disputes(FIRST, LAST)).isInstanceOf(Listed.NoAnswer.class);
        assertThat(pay.settled(FIRST, LAST)).isInstanceOf(Listed.NoAnswer.class);
        replies.put("/v1/disputes 2", page(END, "{\"dispute_id\": \"d3\"}"));
        assertThat(pay.disputes(FIRST, LAST)).as("one row without an amount").isInstanceOf(Listed.NoAnswer.class);
    }

    @Test
    void anAccountThatHadAnotherKeyIsAskedWithThatToo() {
        replies.put("/v1/disputes 1", page(END, OPEN));
        replies.put("former", page(END, LOST));
        assertThat(pay.disputes(FIRST, LAST))
                .isInstanceOfSatisfying(
                        Listed.These.class, these -> assertThat(these.rows()).hasSize(2));
        replies.put("former", "broken");
        assertThat(pay.disputes(FIRST, LAST)).isInstanceOf(Listed.NoAnswer.class);
    }

    @Test
    void aWordWeHaveNotMetIsHeldAndNotGuessedAt() {
        replies.put("/v1/disputes 1", page(END, OPEN.replace("needs_response", "withdrawn_by_bank")));
        assertThat(pay.disputes(FIRST, LAST))
                .isInstanceOfSatisfying(
                        Listed.These.class,
                        these -> assertThat(((Dispute) these.rows().getFirst()).state())
                                .isEqualTo(Dispute.State.UNKNOWN));
    }

    @Test
    void whatCannotBeReadHidesNothingElseThatWasPaid() {
        replies.put(
                "/v1/payments 1",
                page(
                        END,
                        "{\"payment_id\": \"p1\"}",
                        "{\"amount\": 5}",
                        "{\"payment_id\": \"../p3\"}",
                        "{\"payment_id\": \"p4\"}"));
        assertThat(pay.paid(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-07-04T00:00:00Z")))
                .isEqualTo(new Listed.These<>(List.of("p1", "p4")));
    }
}
