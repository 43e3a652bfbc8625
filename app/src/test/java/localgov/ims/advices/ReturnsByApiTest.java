package localgov.ims.advices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs see what came back and what became of instructions.
class ReturnsByApiTest extends ReturnsJourney {
    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(SignedInAs.demoKey()).exchange();
    }

    private JsonNode read(String address) {
        var reply = get(address);
        assertThat(reply).hasStatus(200);
        try {
            return JsonMapper.shared().readTree(reply.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReturnRow told(String number, String reference, long amount) {
        handIn(BacsFile.unpaid(number, today().minusDays(1))
                .debit(reference, amount, collected(), "0")
                .bytes());
        look();
        return only(amount);
    }

    private static List<String> ids(JsonNode page, String list) {
        var ids = new ArrayList<String>();
        page.get(list).forEach(one -> ids.add(one.get("id").stringValue()));
        return ids;
    }

    @Test
    void oneThatIsFoundNamesTheReceiptThatItUndid() {
        long amount = amount();
        long journal = debit(CY, amount, collected());
        var back = told("A1", CY, amount);
        var shown = read("/api/v1/returns/" + back.id());
        assertThat(shown.get("state").stringValue()).isEqualTo("found");
        assertThat(shown.get("amount").longValue()).isEqualTo(amount);
        assertThat(shown.get("receipt").stringValue()).isEqualTo(journal + "-1");
        assertThat(shown.get("decided_by").stringValue()).isEqualTo("system");
        assertThat(shown.has("why")).isFalse();
        var told = shown.get("told");
        assertThat(told.get("report").stringValue()).isEqualTo("arudd");
        assertThat(told.get("reason").stringValue()).startsWith("Refer to payer:");
        assertThat(told.get("reference").stringValue()).isEqualTo(CY);
        assertThat(told.get("file").stringValue()).isEqualTo(back.file().toString());
        assertThat(ids(read("/api/v1/returns?state=waiting&import=" + back.file()), "returns"))
                .isEmpty();
        assertThat(ids(read("/api/v1/returns?state=found&import=" + back.file()), "returns"))
                .containsExactly(Long.toString(back.id()));
    }

    @Test
    void oneThatWaitsSaysWhyAndPagesShowEachOnce() {
        var first = told("A2", "NOBODYS", amount());
        var second = told("A3", "NOBODYS", amount());
        var waiting = read("/api/v1/returns/" + first.id());
        assertThat(waiting.get("state").stringValue()).isEqualTo("waiting");
        assertThat(waiting.get("why").stringValue()).isEqualTo("no_original");
        assertThat(waiting.has("receipt")).isFalse();

        var seen = new ArrayList<String>();
        var next = "/api/v1/returns?state=waiting&limit=1";
        while (next != null) {
            var page = read(next);
            assertThat(page.get("returns").size()).isEqualTo(1);
            seen.addAll(ids(page, "returns"));
            next = page.has("next") ? page.get("next").stringValue() : null;
        }
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsSubsequence(Long.toString(second.id()), Long.toString(first.id()));
    }

    @Test
    void whatBecameOfAnInstructionIsExported() {
        var reference = "I" + amount();
        var file = handIn(BacsFile.cancelled(reference, LocalDate.of(2026, 11, 20)));
        var advices = read("/api/v1/bacs-advices?import=" + file.id()).get("advices");
        assertThat(advices.size()).isEqualTo(1);
        var advice = advices.get(0);
        assertThat(advice.get("report").stringValue()).isEqualTo("addacs");
        assertThat(advice.get("instruction").stringValue()).isEqualTo("ended");
        assertThat(advice.get("reference").stringValue()).isEqualTo(reference);
        assertThat(advice.has("amount")).isFalse();
    }

    @Test
    void whatIsAskedWronglyIsSaid() {
        for (var wrong :
                List.of("returns?state=lost", "returns?import=x", "returns?after=x", "bacs-advices?state=new")) {
            assertThat(get("/api/v1/" + wrong)).hasStatus(422);
        }
        assertThat(get("/api/v1/returns/999999999")).hasStatus(404);
        assertThat(get("/api/v1/returns/abc")).hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/returns")).hasStatus(401);
        assertThat(mvc.get().uri("/api/v1/bacs-advices")).hasStatus(401);
    }
}
