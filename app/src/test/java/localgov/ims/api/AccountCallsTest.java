package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AccountCallsTest extends ApiTest {
    private MvcTestResult load(String type, String rows) {
        return mvc.post()
                .uri("/api/v1/accounts")
                .with(SignedInAs.demoKey())
                .contentType(type)
                .content(rows)
                .exchange();
    }

    @Test
    void holdersComeInAsJsonLinesOrCsv() {
        var lines = json(load("application/x-ndjson", """
                {"fund": "20", "number": "M0000000001", "name": "Ann Asks", "balance": 1250}
                {"fund": "20", "number": "M0000000002", "name": "Ben Approves"}
                """));
        assertThat(lines.get("added").longValue()).isEqualTo(2);
        var table = json(load("text/csv; charset=utf-8", """
                fund,number,name,balance_pounds
                20,M0000000001,Ann Asks,12.50
                20,M0000000003,Cy Pays,3
                """));
        assertThat(table.get("unchanged").longValue()).isOne();
        assertThat(table.get("added").longValue()).isOne();

        var ann = json(get("/api/v1/accounts/20/M0000000001"));
        assertThat(ann.get("name").stringValue()).isEqualTo("Ann Asks");
        assertThat(ann.get("balance").longValue()).isEqualTo(1_250);
        assertThat(json(get("/api/v1/accounts/20/M0000000002")).has("balance")).isFalse();
    }

    @Test
    void aFileWithAWrongRowIsRefusedWholeWithTheRow() {
        var reply = load("application/x-ndjson", """
                {"fund": "20", "number": "M0000000009"}
                {"fund": "20", "number": "nonsense"}
                """);
        assertThat(reply).hasStatus(422);
        assertThat(json(reply).get("code").stringValue()).isEqualTo("rows_refused");
        assertThat(json(reply).get("errors").get(0).get("field").stringValue()).isEqualTo("line 2, number");
        assertThat(get("/api/v1/accounts/20/M0000000009")).hasStatus(404);
    }

    @Test
    void aWrongRowMayBeLeftOutWhenTheCallerSaysSo() {
        var reply = mvc.post()
                .uri("/api/v1/accounts?bad_rows=leave_out")
                .with(SignedInAs.demoKey())
                .contentType("text/csv")
                .content("""
                fund,number
                20,M0000000010
                20,nonsense
                """)
                .exchange();
        assertThat(reply).hasStatus(200);
        assertThat(json(reply).get("added").longValue()).isOne();
        assertThat(json(reply).get("refused").longValue()).isOne();
    }

    @Test
    void aReferenceWithStrokesIsFoundByItsAddress() {
        load("application/x-ndjson", """
                {"fund": "3U", "number": "ALS/1234/5678", "name": "Ann Asks"}""");
        assertThat(json(get("/api/v1/accounts/3U/ALS/1234/5678")).get("name").stringValue())
                .isEqualTo("Ann Asks");
        assertThat(get("/api/v1/accounts/3U/ALS/1234/0000")).hasStatus(404);
        assertThat(get("/api/v1/accounts/ZZ/1")).hasStatus(404);
    }

    /// How often the audit has that the demonstration's program looked at this account.
    private long looks(String number) {
        return within(
                () -> db.sql("""
                select count(*)
                  from audit_events event
                  join accounts_account account on event.subject = 'account:' || account.id
                 where event.did = 'accounts.looked-at'
                   and event.who like 'api:%'
                   and account.number = :number
                """).param("number", number).query(Long.class).single());
    }

    @Test
    void aProgramThatLooksAtAnAccountIsNotedOnceForAQuarterOfAnHour() {
        load("application/x-ndjson", """
                {"fund": "20", "number": "M0000000021", "name": "Ann Asks"}""");
        assertThat(looks("M0000000021")).isZero();
        assertThat(get("/api/v1/accounts/20/M0000000021")).hasStatusOk();
        assertThat(get("/api/v1/accounts/20/M0000000021")).hasStatusOk();
        assertThat(looks("M0000000021")).isBetween(1L, 2L);
        assertThat(get("/api/v1/accounts/20/M0000000099")).hasStatus(404);
        assertThat(looks("M0000000099")).isZero();
    }

    @Test
    void jsonIsNotAFormOfManyRows() {
        assertThat(load("application/json", "[]")).hasStatus(415);
    }

    @Test
    void fundsAreListed() {
        var funds = json(get("/api/v1/funds")).get("funds");
        assertThat(funds.size()).isGreaterThanOrEqualTo(20);
        assertThat(funds.get(0).get("code").stringValue()).isEqualTo("11");
        assertThat(funds.get(0).get("name").stringValue()).isEqualTo("Parking fines");
        assertThat(funds.get(0).get("maximum").longValue()).isEqualTo(100_000);
    }
}
