package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SuspenseCallsTest extends ApiTest {
    @AfterEach
    void theBooksAreInOrder() {
        assertThat(brokenLaws()).isEmpty();
    }

    private static String toCy(long pence) {
        return """
                {"lines": [{"fund": "23", "account": "77 495 2620", "amount": %d}]}""".formatted(pence);
    }

    private MvcTestResult allocate(long item, String body, String key) {
        return post("/api/v1/suspense/%d/allocations".formatted(item), body, key);
    }

    @Test
    void openItemsAreListedWithTheirAgeAndRankedSuggestions() {
        long item = unplaced(12_000, "C PAYS", "CTAX 774952602 THANK YOU");
        var list = json(get("/api/v1/suspense?q=774952602"));
        var found = list.get("items").get(0);

        assertThat(found.get("id").longValue()).isEqualTo(item);
        assertThat(found.get("remaining").longValue()).isEqualTo(12_000);
        assertThat(found.get("happened_on").stringValue()).isEqualTo("2026-11-19");
        assertThat(found.get("age_days").longValue()).isNotNegative();
        assertThat(found.get("source").get("kind").stringValue()).isEqualTo("cash-return");
        var suggested = found.get("suggestions").get(0);
        assertThat(suggested.get("account").stringValue()).isEqualTo(CY);
        assertThat(suggested.get("reasons").toString()).contains("neighbours swapped", "£120.00 is due on it");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (int i = 0; i < 7; i++) {
            unplaced(100 + i, "PAGED", "page after page");
        }
        for (var order : new String[] {"oldest", "largest"}) {
            var seen = new ArrayList<Long>();
            var address = "/api/v1/suspense?q=PAGED&limit=3&order=" + order;
            while (!address.isEmpty()) {
                var page = json(get(address));
                page.get("items").forEach(item -> seen.add(item.get("remaining").longValue()));
                address = page.has("next") ? page.get("next").stringValue() : "";
            }
            assertThat(seen).hasSize(7).doesNotHaveDuplicates();
            if (order.equals("largest")) {
                assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b, a));
            }
        }
    }

    @Test
    void anItemIsPlacedAndTheReplySaysWhatIsLeft() {
        long item = unplaced(10_000, "C PAYS", "no reference");
        var reply = allocate(item, toCy(7_500), newKey());

        assertThat(reply).hasStatus(201);
        assertThat(json(reply).get("remaining").longValue()).isEqualTo(2_500);
        assertThat(json(get("/api/v1/suspense/" + item)).get("remaining").longValue())
                .isEqualTo(2_500);
    }

    @Test
    void theSameKeyAndBodyGiveTheSameReplyAndMoveNothing() {
        long item = unplaced(10_000, "C PAYS", "no reference");
        var key = newKey();
        var first = allocate(item, toCy(4_000), key);
        var again = allocate(item, """
                { "lines":[ {"amount":4000, "fund":"23",  "account":"77 495 2620"} ] }""", key);

        assertThat(again).hasStatus(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(again.getResponse().getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(json(get("/api/v1/suspense/" + item)).get("remaining").longValue())
                .isEqualTo(6_000);
    }

    @Test
    void theSameKeyForAnotherBodyOrItemIsAConflict() {
        long item = unplaced(10_000, "C PAYS", "no reference");
        var key = newKey();
        allocate(item, toCy(4_000), key);

        var other = allocate(item, toCy(4_001), key);
        assertThat(other).hasStatus(409);
        assertThat(json(other).get("code").stringValue()).isEqualTo("idempotency_key_reused");
        assertThat(allocate(unplaced(10_000, "C PAYS", "another"), toCy(4_000), key))
                .hasStatus(409);
        assertThat(allocate(item, toCy(40_000_000), key)).hasStatus(409);
    }

    @Test
    void ofManyCallsWithOneKeyOneMovesMoneyAndAllHearTheSame() throws Exception {
        long item = unplaced(10_000, "C PAYS", "no reference");
        var key = newKey();
        get("/api/v1/suspense");
        Callable<MvcTestResult> call = () -> allocate(item, toCy(1_000), key);
        try (var callers = Executors.newFixedThreadPool(8)) {
            var replies = callers
                    .invokeAll(IntStream.range(0, 16).mapToObj(_ -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(replies).allSatisfy(reply -> assertThat(reply).hasStatus(201));
            assertThat(replies.stream().map(ApiTest::json).distinct()).hasSize(1);
        }
        assertThat(json(get("/api/v1/suspense/" + item)).get("remaining").longValue())
                .isEqualTo(9_000);
    }

    @Test
    void aRefusalUsesNoKeyUp() {
        long item = unplaced(1_000, "C PAYS", "no reference");
        var key = newKey();
        assertThat(allocate(item, toCy(1_001), key)).hasStatus(422);
        assertThat(allocate(item, toCy(1_000), key)).hasStatus(201);
    }

    @Autowired
    KeyForgetting forgetting;

    @Test
    void aKeyIsForgottenAfterThirtyDays() {
        for (int days : new int[] {29, 31}) {
            within(() ->
                    db.sql("""
                    insert into api_idempotency (caller, key, digest, status, reply, created_at)
                    values ('api:old', :key, '', 201, '{}', now() - make_interval(days => :days))
                    """).param("key", "day-" + days).param("days", days).update());
        }
        within(() -> {
            forgetting.forget();
            return true;
        });
        assertThat(within(() -> db.sql("select key from api_idempotency where caller = 'api:old'")
                        .query(String.class)
                        .list()))
                .containsExactly("day-29");
    }

    @Test
    void withoutAKeyNoMoneyMoves() {
        long item = unplaced(1_000, "C PAYS", "no reference");
        var reply = post("/api/v1/suspense/%d/allocations".formatted(item), toCy(1_000), null);

        assertThat(reply).hasStatus(400);
        assertThat(json(reply).get("code").stringValue()).isEqualTo("idempotency_key_missing");
        assertThat(json(get("/api/v1/suspense/" + item)).get("remaining").longValue())
                .isEqualTo(1_000);
    }

    @Test
    void whatIsTooMuchOrTooLateIsSaid() {
        long item = unplaced(1_000, "C PAYS", "no reference");
        var tooMuch = allocate(item, toCy(1_001), newKey());
        assertThat(tooMuch).hasStatus(422);
        assertThat(json(tooMuch).get("code").stringValue()).isEqualTo("more_than_remains");

        allocate(item, toCy(400), newKey());
        var seen = allocate(item, """
                {"lines": [{"fund": "23", "account": "774952620", "amount": 400}], "remaining_seen": 1000}""", newKey());
        assertThat(seen).hasStatus(409);
        assertThat(json(seen).get("code").stringValue()).isEqualTo("changed_by_another");

        allocate(item, toCy(600), newKey());
        assertThat(allocate(item, toCy(1), newKey())).hasStatus(409);
        assertThat(allocate(999_999_999, toCy(1), newKey())).hasStatus(404);
        assertThat(post("/api/v1/suspense/none/allocations", toCy(1), newKey())).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                                          | lines             | missing
            {"lines": []}                                                               | lines             | none
            {"lines": {}}                                                               | lines             | not_a_list
            {"lines": ["x"]}                                                            | lines[0]          | not_an_object
            {"lines": [{"fund": "23", "account": "774952620"}]}                         | lines[0].amount   | missing
            {"lines": [{"fund": "23", "account": "774952620", "amount": "5"}]}          | lines[0].amount   | not_whole_pence
            {"lines": [{"fund": "23", "account": "774952620", "amount": 5.0}]}          | lines[0].amount   | not_whole_pence
            {"lines": [{"fund": "23", "account": "774952620", "amount": 9223372036854775808}]} | lines[0].amount | not_whole_pence
            {"lines": [{"fund": "23", "account": "774952620", "amount": 0}]}            | lines[0].amount   | not_positive
            {"lines": [{"fund": 23, "account": "774952620", "amount": 5}]}              | lines[0].fund     | not_text
            {"lines": [{"fund": "ZZ", "account": "774952620", "amount": 5}]}            | lines[0].fund     | unknown_fund
            {"lines": [{"fund": "23", "account": "774952621", "amount": 5}]}            | lines[0].account  | check_digit
            {"lines": [{"fund": "23", "account": "774952620", "amount": 5, "vat": 1}]}  | lines[0].vat      | unknown_field
            {"lines": [{"fund": "23", "account": "774952620", "amount": 5}], "memo": 1} | memo              | unknown_field
            """)
    void whatIsWrongIsNamedByItsField(String body, String field, String code) {
        var reply = allocate(unplaced(1_000, "C PAYS", "no reference"), body, newKey());

        assertThat(reply).hasStatus(422).hasContentType("application/problem+json");
        var error = json(reply).get("errors").get(0);
        assertThat(error.get("field").stringValue()).isEqualTo(field);
        assertThat(error.get("code").stringValue()).isEqualTo(code);
        assertThat(error.get("detail").stringValue()).isNotBlank();
    }
}
