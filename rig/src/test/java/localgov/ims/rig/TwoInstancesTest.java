package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two instances on one database are told the same things at the same time.
class TwoInstancesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    static RunningIms one;
    static RunningIms two;

    @BeforeAll
    static void start() {
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        one = RunningIms.start(folder.resolve("one"), RunningIms.freePort(), Map.of("IMS_SECRET_KEY", key));
        two = RunningIms.start(
                folder.resolve("two"),
                RunningIms.freePort(),
                Map.of("IMS_DATABASE_URL", one.databaseUrl(), "IMS_SEED", "false", "IMS_SECRET_KEY", key));
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @Test
    void theSameCallbackToBothPostsThePaymentOnce() throws Exception {
        var body = "{\"lines\":[{\"fund\":\"11\",\"account\":\"BJ99518409\",\"amount\":3500}]}";
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            var created = one.api().post("/api/v1/payments", body).json();
            Browserless.get(URI.create(created.get("next_url").asString()));
            references.add(created.get("reference").asString());
        }
        var before = credits("fund:11");
        for (var reference : references) {
            decide(reference);
        }
        List<Callable<Integer>> returns = new ArrayList<>();
        for (var reference : references) {
            for (int again = 0; again < 4; again++) {
                returns.add(() -> Browserless.get(one.address().resolve("/payments/" + reference + "/return")));
                returns.add(() -> Browserless.get(two.address().resolve("/payments/" + reference + "/return")));
            }
        }
        try (var callers = Executors.newFixedThreadPool(8)) {
            assertThat(callers.invokeAll(returns).stream().map(Future::resultNow))
                    .allMatch(status -> status == 200);
        }
        for (var reference : references) {
            assertThat(two.api()
                            .get("/api/v1/payments/" + reference)
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("paid");
        }
        assertThat(credits("fund:11") - before).isEqualTo(5 * 3_500L);
        lawsHold();
    }

    @Test
    void theSameFileToBothIsPostedOnce() throws Exception {
        var file = BankFile.bytes(11, LocalDate.of(2026, 11, 18), 2_000);
        try (var callers = Executors.newFixedThreadPool(6)) {
            List<Callable<JsonNode>> uploads = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                uploads.add(() -> one.api().upload("a.txt", file).json());
                uploads.add(() -> two.api().upload("b.txt", file).json());
            }
            var ids = callers.invokeAll(uploads).stream()
                    .map(Future::resultNow)
                    .map(reply -> reply.get("id").asString())
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
            assertThat(two.api().settled(ids.getFirst()).get("state").asString())
                    .isEqualTo("posted");
        }
        lawsHold();
    }

    private static void decide(String reference) {
        var provider = one.api()
                .get("/api/v1/payments/" + reference)
                .json()
                .get("provider")
                .get("reference")
                .asString();
        var reply = one.api()
                .post(
                        "/sandbox/govuk-pay/payments/" + provider + "/outcome",
                        JSON.writeValueAsString(Map.of("outcome", "success")));
        assertThat(reply.status()).isLessThan(300);
    }

    private static long credits(String account) {
        return two.api()
                .get("/api/v1/balances")
                .json()
                .get("accounts")
                .valueStream()
                .filter(each -> each.get("account").asString().equals(account))
                .mapToLong(each -> each.get("credits").asLong())
                .sum();
    }

    private static void lawsHold() {
        var laws = one.api().get("/api/v1/laws").json();
        assertThat(laws.get("hold").asBoolean()).as(laws.toString()).isTrue();
    }
}
