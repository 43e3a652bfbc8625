package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.receipts.Arrival;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookCallsTest extends ApiTest {
    private void receives(String payer, String narrative, LocalDate day, long pence) {
        within(() -> receipts.accept(new Arrival(
                new Source("cash-return", UUID.randomUUID().toString()),
                AccountName.clearing("card"),
                day,
                "90",
                "S",
                "online",
                payer,
                List.of(
                        Arrival.Line.of("23", CY, Money.pence(pence), narrative),
                        Arrival.Line.of("11", FINE, Money.pence(pence), narrative)))));
    }

    @Test
    void balancesAddUpToNothing() {
        receives("Cy Pays", "November", LocalDate.of(2026, 11, 20), 12_345);
        var all = json(get("/api/v1/balances"));

        assertThat(all.get("total").longValue()).isZero();
        long sum = 0;
        for (var account : all.get("accounts")) {
            assertThat(account.get("balance").longValue())
                    .isEqualTo(account.get("debits").longValue()
                            - account.get("credits").longValue());
            sum += account.get("balance").longValue();
        }
        assertThat(sum).isZero();
        assertThat(all.toString()).contains("\"clearing:card\"", "\"fund:23\"");
    }

    @Test
    void theLawsHoldAndAreManySentences() {
        var all = json(get("/api/v1/laws"));
        assertThat(all.get("hold").booleanValue()).isTrue();
        assertThat(all.get("laws").size()).isGreaterThanOrEqualTo(10);
        assertThat(all.get("laws").get(0).get("sentence").stringValue()).endsWith(".");
    }

    @Test
    void aBrokenLawIsTold() {
        within(() -> db.sql("""
                insert into api_idempotency (caller, key, digest, created_at, status, reply)
                values ('x', 'x', '', now(), 422, '{}')
                """).update());
        var all = json(get("/api/v1/laws"));
        assertThat(all.get("hold").booleanValue()).isFalse();
        assertThat(all.get("laws").toString())
                .contains("\"api/under-a-key-is-the-reply-of-something-done\"", "\"violations\":1");
        within(() -> db.sql("delete from api_idempotency where caller = 'x'").update());
    }

    @Test
    void theBooksAreAPlainTextJournalThatAnotherProgramProves(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(hledgerIsHere(), "hledger is not installed: apt-get install hledger");
        receives("Siân O’Neill", "tŷ newydd", LocalDate.of(2026, 11, 20), 12_345);
        for (var nasty : NASTY) {
            receives(nasty, nasty, LocalDate.of(2026, 11, 19), 101);
        }
        long item = unplaced(5_000, "a  ; b", "[2026-99-99]");
        post("/api/v1/suspense/%d/allocations".formatted(item), """
                {"lines": [{"fund": "GW", "account": "GW123456", "amount": 5000, "narrative": "x\\n    fund:24  GBP 5.00"}]}""", newKey());
        var text = get("/api/v1/books.journal").getResponse().getContentAsString(StandardCharsets.UTF_8);
        var file = Files.writeString(folder.resolve("books.journal"), text);

        assertThat(text).contains("account fund:23  ; ledger:964101, centre:REVS\n");
        assertThat(hledger("check", "-s", file)).isEmpty();
        assertThat(hledger("check", file)).isEmpty();
        var balance = json(get("/api/v1/balances")).get("accounts");
        var told = hledger("balance", "--no-total", "-O", "csv", file);
        for (var account : balance) {
            var pounds = Money.pence(account.get("balance").longValue()).inPounds();
            if (pounds.signum() != 0) {
                assertThat(told)
                        .contains("\"%s\",\"GBP %s\""
                                .formatted(account.get("account").stringValue(), pounds));
            }
        }
    }

    static final List<String> NASTY = List.of(
            "line\nbreak",
            "carriage\rreturn",
            "tab\tand  two spaces",
            "; comment",
            "date:2026-99-99",
            "[2026-99-99]",
            "(virtual) [balanced]",
            "= 5.00",
            "@ 3",
            "* ! |",
            "next\u0085line \u2028 separator \u2029",
            "emoji \uD83D\uDE00",
            "end\n2026-01-01 forged\n    bank:main  GBP 1.00\n    fund:23  GBP -1.00",
            "a:b, date:nonsense, c:d",
            "\uFEFFmark",
            "");

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20", "2026-11-19"})
    void aSpanOfDaysHoldsThoseDaysOnly(String day) {
        receives("Cy Pays", "first", LocalDate.of(2026, 11, 19), 1_001);
        receives("Cy Pays", "second", LocalDate.of(2026, 11, 20), 1_002);
        var text = new String(
                get("/api/v1/books.journal?from=%s&to=%s".formatted(day, day))
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);

        assertThat(text.lines().filter(line -> line.matches("\\d{4}-.*")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith(day));
        assertThat(text).matches("\\A[\\x0a\\x20-\\x7e]*\\z");
    }

    private static boolean hledgerIsHere() throws Exception {
        try {
            return new ProcessBuilder("hledger", "--version").start().waitFor(20, TimeUnit.SECONDS);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    /// What it says; nothing when it is content. In the plainest of locales, as on a machine that nobody has set up.
    private static String hledger(String command, Object... rest) throws Exception {
        var call = new java.util.ArrayList<String>(List.of("hledger", command));
        for (int i = 0; i < rest.length - 1; i++) {
            call.add(rest[i].toString());
        }
        call.addAll(List.of("-f", rest[rest.length - 1].toString()));
        var builder = new ProcessBuilder(call).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
