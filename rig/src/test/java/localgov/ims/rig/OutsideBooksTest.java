package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An outside opinion of our books: hledger, which nobody here wrote, reads them and comes to the same balances.
class OutsideBooksTest {
    @TempDir
    Path folder;

    @Test
    void hledgerAcceptsTheBooksAndAgreesOnEveryBalance() throws Exception {
        try (var ims = RunningIms.start(folder.resolve("data"))) {
            var api = ims.api();
            var id = api.upload("books.txt", BankFile.bytes(3, LocalDate.of(2026, 11, 17), 500))
                    .json()
                    .get("id")
                    .asString();
            assertThat(api.settled(id).get("state").asString()).isEqualTo("posted");

            var journal = folder.resolve("books.journal");
            var balances = balancesAsTheyStoodIn(journal, api);

            assertThat(run("hledger", "-f", journal.toString(), "check")).isEmpty();
            var theirs = run("hledger", "-f", journal.toString(), "balance", "--flat", "--no-total", "-O", "csv")
                    .replace("\"", "")
                    .lines()
                    .toList();
            for (var account : balances.get("accounts").values()) {
                long pence = account.get("balance").asLong();
                if (pence != 0) {
                    var ours = "%s,GBP %s".formatted(account.get("account").asString(), BigDecimal.valueOf(pence, 2));
                    assertThat(theirs).contains(ours);
                }
            }
        }
    }

    /// Keeps the books in `journal` and answers the balances of the same moment: the demonstration goes on taking
    /// payments, so the books count only when the balances before and after them are the same.
    private static JsonNode balancesAsTheyStoodIn(Path journal, Api api) throws Exception {
        for (int turn = 0; turn < 20; turn++) {
            var before = api.get("/api/v1/balances").json();
            Files.writeString(journal, api.get("/api/v1/books.journal").text());
            if (before.get("accounts").equals(api.get("/api/v1/balances").json().get("accounts"))) {
                return before;
            }
        }
        throw new AssertionError("the books never stood still");
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip();
    }
}
