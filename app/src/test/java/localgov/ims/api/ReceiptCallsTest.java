package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.receipts.Arrival;
import org.junit.jupiter.api.Test;

class ReceiptCallsTest extends ApiTest {
    private void receives(String payer, LocalDate day, long pence) {
        within(() -> receipts.accept(new Arrival(
                new Source("cash-return", UUID.randomUUID().toString()),
                AccountName.clearing("cash"),
                day,
                "10",
                "S",
                "till",
                payer,
                List.of(Arrival.Line.of("23", CY, Money.pence(pence), "over the counter")))));
    }

    @Test
    void receiptsAreFoundByEverythingThatIsKnownOfThem() {
        receives("Zebedee Quill", LocalDate.of(2026, 11, 3), 7_654);
        for (var asked : List.of(
                "q=zebedee",
                "q=zebedee&group=revenues",
                "fund=23&group=revenues&amount=7654",
                "q=quill%20counter",
                "amount=7654",
                "from=2026-11-03&to=2026-11-03",
                "fund=23&amount=7654",
                "account=77%20495%202620&amount=7654",
                "fund=23&account=774952620&from=2026-11-03&to=2026-11-03")) {
            var found = json(get("/api/v1/receipts?" + asked)).get("receipts");
            assertThat(found.size()).as(asked).isOne();
            assertThat(found.get(0).get("amount").longValue()).isEqualTo(7_654);
            assertThat(found.get(0).get("account").stringValue()).isEqualTo(CY);
            assertThat(found.get(0).get("from").stringValue()).isEqualTo("clearing:cash");
        }
        assertThat(json(get("/api/v1/receipts?fund=24&amount=7654"))
                        .get("receipts")
                        .size())
                .isZero();
        for (var elsewhere : List.of("group=no-such-group", "group=revenues&fund=11")) {
            assertThat(json(get("/api/v1/receipts?q=zebedee&" + elsewhere))
                            .get("receipts")
                            .size())
                    .as(elsewhere)
                    .isZero();
        }
        assertThat(json(get("/api/v1/receipts?q=-")).get("receipts").size()).isZero();
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutGapOrRepeat() {
        for (int i = 1; i <= 7; i++) {
            receives("Pager", LocalDate.of(2026, 10, i), 1_000 + i);
        }
        var seen = new ArrayList<Long>();
        var address = "/api/v1/receipts?q=pager&limit=3";
        while (!address.isEmpty()) {
            var page = json(get(address));
            page.get("receipts").forEach(found -> seen.add(found.get("amount").longValue()));
            address = page.has("next") ? page.get("next").stringValue() : "";
        }
        assertThat(seen).containsExactly(1_007L, 1_006L, 1_005L, 1_004L, 1_003L, 1_002L, 1_001L);
    }

    @Test
    void moneyThatCameByWayOfSuspenseIsFoundWhereItWent() {
        long item = unplaced(4_321, "LATE PLACER", "no reference");
        post("/api/v1/suspense/%d/allocations".formatted(item), """
                {"lines": [{"fund": "GW", "account": "GW654321", "amount": 4321}]}""", newKey());

        var found = json(get("/api/v1/receipts?fund=GW&account=GW654321")).get("receipts");
        assertThat(found.size()).isOne();
        assertThat(found.get(0).get("from").stringValue()).isEqualTo("suspense");
        assertThat(found.get(0).get("payer").stringValue()).isEqualTo("LATE PLACER");
    }
}
