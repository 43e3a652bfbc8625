package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a program that watches over files is told.
class ExpectedCallsTest extends ApiTest {
    private void expected() {
        within(() -> db.sql("""
                insert into expected_file (code, name, source, pattern, days, comes, due_by, grace, holidays, numbered, told, starts_on)
                values ('watched', 'Watched', 'bank-morning', 'WORKING_DAYS', '', 'NEXT_WORKING_DAY', '09:30', 0, 'ENGLAND_AND_WALES',
                        false, '', '2024-03-28')
                """).update());
    }

    @Test
    void theFilesOfSomeDaysAreToldInTheirOrder() {
        expected();
        var reply = json(get("/api/v1/expected-files?from=2024-03-25&until=2024-04-03"));
        var files = reply.get("files");
        assertThat(files.findValuesAsString("day")).containsExactly("2024-03-28", "2024-04-02", "2024-04-03");
        assertThat(files.get(0).get("state").stringValue()).isEqualTo("missing");
        assertThat(files.get(0).get("due").stringValue()).isEqualTo("2024-04-02T08:30:00Z");
        assertThat(files.get(0).has("reason")).isFalse();
        assertThat(reply.get("gaps")).isEmpty();
        assertThat(get("/api/v1/expected-files")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from, not_a_day",
        "until=2024-13-01, until, not_a_day",
        "from=2024-04-03&until=2024-04-02, from, too_far",
        "from=2024-01-01&until=2024-04-03, from, too_far"
    })
    void daysThatAreNoneAreRefused(String asked, String field, String code) {
        var reply = get("/api/v1/expected-files?" + asked);
        assertThat(reply).hasStatus(422);
        assertThat(json(reply).get("errors").get(0).get("field").stringValue()).isEqualTo(field);
        assertThat(json(reply).get("errors").get(0).get("code").stringValue()).isEqualTo(code);
    }
}
