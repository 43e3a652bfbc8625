package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What programs have taken and send at the same moment is written down together, and each is what it would be alone.
class TakenTogetherTest extends ApiTest {
    private static final int MANY = 40;

    private static String cash(String town, long pence) {
        return """
                {"lines": [{"fund": "11", "account": "%s", "amount": %d, "narrative": "%s"},
                           {"fund": "11", "account": "%s", "amount": 1}], "payer": "Pays %s", "method": "cash"}""".formatted(FINE, pence, town, FINE, town);
    }

    private List<MvcTestResult> atOnce(Stream<Callable<MvcTestResult>> calls) throws Exception {
        try (var callers = Executors.newFixedThreadPool(16)) {
            return callers.invokeAll(calls.toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private long count(String what) {
        return Objects.requireNonNull(within(
                () -> db.sql("select count(*) from " + what).query(Long.class).single()));
    }

    @Test
    void eachOfManyAtOnceIsPostedNotedAndAnsweredByItself() throws Exception {
        var town = "T" + UUID.randomUUID();
        var keys = IntStream.range(0, MANY).mapToObj(_ -> newKey()).toList();
        var replies = atOnce(IntStream.range(0, MANY)
                .mapToObj(i -> () -> post("/api/v1/payments", cash(town, 1_000 + i), keys.get(i))));
        for (int i = 0; i < MANY; i++) {
            assertThat(replies.get(i)).hasStatus(201);
            var made = json(replies.get(i));
            assertThat(made.get("amount").longValue()).isEqualTo(1_001 + i);
            assertThat(made.get("state").stringValue()).isEqualTo("paid");
            var reference = made.get("reference").stringValue();
            assertThat(replies.get(i).getResponse().getHeader("Location")).endsWith("/" + reference);
            assertThat(json(get("/api/v1/payments/" + reference)).get("paid").longValue())
                    .isEqualTo(1_001 + i);
        }
        assertThat(replies.stream().map(reply -> json(reply).get("reference")).distinct())
                .hasSize(MANY);
        assertThat(count("ledger_posting where payer = 'Pays %s'".formatted(town)))
                .isEqualTo(2L * MANY);
        assertThat(count("""
                audit_event note join payments payment on note.subject = 'payment:' || payment.id
                 where note.did = 'payment.taken' and payment.payer = 'Pays %s' and note.who = payment.asked_by
                   and note.reference is not null""".formatted(town))).isEqualTo(MANY);

        var again = atOnce(IntStream.range(0, MANY)
                .mapToObj(i -> () -> post("/api/v1/payments", cash(town, 1_000 + i), keys.get(i))));
        for (int i = 0; i < MANY; i++) {
            assertThat(json(again.get(i))).isEqualTo(json(replies.get(i)));
            assertThat(again.get(i).getResponse().getHeader(Once.REPLAYED)).isEqualTo("true");
        }
        assertThat(count("ledger_posting where payer = 'Pays %s'".formatted(town)))
                .isEqualTo(2L * MANY);
    }

    @Test
    void amongThemAKeyCountsOnceAndWhatIsWrongIsRefusedByItself() throws Exception {
        var town = "T" + UUID.randomUUID();
        var key = newKey();
        var replies = atOnce(IntStream.range(0, MANY).mapToObj(i -> switch (i % 4) {
            case 0 -> () -> post("/api/v1/payments", cash(town, 500), key);
            case 1 -> () -> post("/api/v1/payments", cash(town, 600), key);
            case 2 -> () -> post("/api/v1/payments", cash(town, 0), newKey());
            default -> () -> post("/api/v1/payments", cash(town, 700), newKey());
        }));
        var first = replies.get(0).getResponse().getStatus() == 201 ? 0 : 1;
        for (int i = 0; i < MANY; i++) {
            assertThat(replies.get(i))
                    .hasStatus(
                            switch (i % 4) {
                                case 2 -> 422;
                                case 3 -> 201;
                                default -> i % 4 == first ? 201 : 409;
                            });
        }
        assertThat(IntStream.range(0, MANY)
                        .filter(i -> i % 4 == first)
                        .mapToObj(i -> json(replies.get(i)))
                        .distinct())
                .hasSize(1);
        assertThat(count("payments where payer = 'Pays %s'".formatted(town))).isEqualTo(1 + MANY / 4);
        assertThat(count("ledger_posting where payer = 'Pays %s'".formatted(town)))
                .isEqualTo(2L * (1 + MANY / 4));
    }

    @Test
    void whoComesWithThoseThatAreSentAgainIsWrittenOnceAndTheyFindTheirReplies() throws Exception {
        var town = "T" + UUID.randomUUID();
        var keys = IntStream.range(0, MANY).mapToObj(_ -> newKey()).toList();
        var before = new ArrayList<MvcTestResult>();
        for (int i = 0; i < MANY; i += 8) {
            before.add(post("/api/v1/payments", cash(town, 1_000 + i), keys.get(i)));
        }
        var replies = atOnce(IntStream.range(0, MANY)
                .mapToObj(i -> () -> post("/api/v1/payments", cash(town, 1_000 + i), keys.get(i))));
        for (int i = 0; i < MANY; i++) {
            assertThat(replies.get(i)).hasStatus(201);
            assertThat(replies.get(i).getResponse().getHeader(Once.REPLAYED)).isEqualTo(i % 8 == 0 ? "true" : null);
            if (i % 8 == 0) {
                assertThat(json(replies.get(i))).isEqualTo(json(before.get(i / 8)));
            }
        }
        assertThat(count("payments where payer = 'Pays %s'".formatted(town))).isEqualTo(MANY);
        assertThat(count("ledger_posting where payer = 'Pays %s'".formatted(town)))
                .isEqualTo(2L * MANY);
    }
}
