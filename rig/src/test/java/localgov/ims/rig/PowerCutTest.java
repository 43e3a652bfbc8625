package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine goes off in the middle of everything, and comes back.
class PowerCutTest {
    private static final int LINES = 60_000;
    private static final String FINE = "{\"lines\":[{\"fund\":\"11\",\"account\":\"BJ99518409\",\"amount\":3500}]}";

    @TempDir
    Path data;

    @Test
    void aKillDuringAnImportPostsTheFileWholeAfterwardsAndLosesNothingAcknowledged() {
        var file = BankFile.bytes(7, LocalDate.of(2026, 11, 19), LINES);
        String id;
        String payment;
        try (var ims = RunningIms.start(data)) {
            payment = ims.api()
                    .post("/api/v1/payments", FINE)
                    .json()
                    .get("reference")
                    .asString();
            var before = ims.api().get("/api/v1/balances").json();
            id = ims.api().upload("morning.txt", file).json().get("id").asString();
            awaitReading(ims.api(), id);
            assertThat(ims.api().get("/api/v1/balances").json())
                    .as("nothing is half posted")
                    .isEqualTo(before);
            ims.kill();
        }
        try (var ims = RunningIms.start(data)) {
            assertThat(ims.api().get("/api/v1/payments/" + payment).status()).isEqualTo(200);
            var settled = ims.api().settled(id);
            assertThat(settled.get("state").asString()).isEqualTo("posted");
            assertThat(settled.get("lines").asInt()).isEqualTo(LINES);
            var again = ims.api().upload("again.txt", file).json();
            assertThat(again.get("seen_before").asBoolean()).isTrue();
            assertThat(again.get("id").asString()).isEqualTo(id);
            var outcome = settled.get("outcome");
            assertThat(outcome.properties().stream()
                            .mapToLong(each -> each.getValue().get("count").asLong())
                            .sum())
                    .isEqualTo(LINES);
            var laws = ims.api().get("/api/v1/laws").json();
            assertThat(laws.get("hold").asBoolean()).as(laws.toString()).isTrue();
        }
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsRefusedWithAReason() {
        try (var ims = RunningIms.start(data)) {
            var other = org.assertj.core.api.Assertions.catchThrowable(() ->
                    RunningIms.start(data, RunningIms.freePort(), Map.of()).close());
            assertThat(other).hasMessageContaining("Another LocalGov IMS is running on the data in");
            assertThat(ims.api().isReady()).isTrue();
        }
    }

    private static void awaitReading(Api api, String id) {
        for (int tries = 0; tries < 600; tries++) {
            var state = api.get("/api/v1/imports/" + id).json().get("state").asString();
            if (!state.equals("received")) {
                return;
            }
            RunningIms.pause(Duration.ofMillis(20));
        }
        throw new IllegalStateException("The import was never taken up");
    }
}
