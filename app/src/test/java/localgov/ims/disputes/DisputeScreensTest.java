package localgov.ims.disputes;

import static localgov.ims.people.Permission.HANDLE_DISPUTES;
import static localgov.ims.people.Permission.SEE_DISPUTES;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import localgov.ims.payments.Payment;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.refunds.RefundDriver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Disputes on pages and for programs.
class DisputeScreensTest extends DisputeJourney {
    private static final String PATH = "/office/disputes";

    @Autowired
    MockMvcTester mvc;

    private Dispute disputed(String status, String more) {
        return disputed(status, more, RefundDriver.FINE, RefundDriver.GARDEN);
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    private static Document page(MvcTestResult reply) {
        try {
            return Jsoup.parse(reply.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(MvcTestResult reply) {
        try {
            return JsonMapper.shared().readTree(reply.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult send(String path, Map<String, String> fields, RequestPostProcessor who) {
        var call = mvc.post().uri(path).with(who).with(csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    private static String path(Dispute dispute) {
        return PATH + "/" + dispute.id();
    }

    @Test
    void theListLeadsToADisputeAndThatToItsReceiptAndBack() {
        var dispute = disputed("needs_response", ", \"reason\": \"duplicate\"");
        var list = page(get(PATH, SignedInAs.finance()));
        assertThat(list.select("h1")).hasSize(1);
        var row = list.select("tbody tr:has(a[href=%s])".formatted(path(dispute)));
        assertThat(row.text()).contains("BJ99518409", "To be answered", "left to answer", "£80.00");

        var one = page(get(path(dispute), SignedInAs.finance()));
        assertThat(one.select("h1").text()).isEqualTo("Dispute about £80.00");
        assertThat(one.select("main").text())
                .contains("Paid twice", "left to answer", "Show with the card provider", "Answer by");
        var receipt = one.select("a:contains(See the receipt)").attr("href");
        var story = page(get(receipt, SignedInAs.finance()));
        assertThat(story.select("main a[href=%s]".formatted(path(dispute)))).hasSize(2);
        assertThat(story.select("main").text()).contains("Disputed", "Dispute about £80.00");
        assertThat(story.select("a:contains(Refund)[href^=/office/refunds/of]")).isEmpty();
    }

    @Test
    void theMorningPageCountsWhatHasToBeAnsweredAndSaysHowLongThereIs() {
        disputed("needs_response", "");
        var today = page(get("/office", SignedInAs.finance()));
        assertThat(today.select("main a[href=/office/disputes]").text()).contains("to answer", "left for the first");
        assertThat(page(get("/office", SignedInAs.cashier())).select("a[href=/office/disputes]"))
                .isEmpty();
    }

    @Test
    void neitherTheMorningPageNorAReceiptTellsOfDisputesToWhomTheyDoNotConcern() {
        var dispute = disputed("needs_response", "");
        var counted = "main a[href=/office/disputes]";
        assertThat(page(get("/office", Somebody.who(Limits.NONE, SEE_RECEIPTS, HANDLE_DISPUTES)))
                        .select(counted))
                .hasSize(1);
        assertThat(page(get("/office", Somebody.who(Limits.toFunds("23"), SEE_RECEIPTS, HANDLE_DISPUTES)))
                        .select(counted))
                .as("none of their fund")
                .isEmpty();

        var receipt = page(get(path(dispute), SignedInAs.finance()))
                .select("a:contains(See the receipt)")
                .attr("href");
        for (var may : List.of(SEE_DISPUTES, HANDLE_DISPUTES)) {
            assertThat(page(get(receipt, Somebody.who(Limits.NONE, SEE_RECEIPTS, may)))
                            .select("main")
                            .text())
                    .contains("Dispute about £80.00");
        }
        assertThat(page(get(receipt, Somebody.who(Limits.NONE, SEE_RECEIPTS)))
                        .select("main")
                        .text())
                .doesNotContain("Dispute");
    }

    @Test
    void aPersonSaysWhichBillLosesItAndWhatIsWrongIsSaidAtItsField() {
        var dispute = disputed("lost", ", \"amount\": 5000");
        var before = page(get(path(dispute), SignedInAs.finance()));
        assertThat(before.select("main").text())
                .contains("£50.00 of it has been lost by no bill")
                .doesNotContain("unpaid again.", "Answer by");
        assertThat(before.select("thead th").eachText()).containsExactly("Fund", "Account", "Paid");
        assertThat(before.select("main form input[name^=amount-]")).hasSize(2);
        assertThat(page(get("/office", SignedInAs.finance())).select("main a[href=/office/disputes?show=lost]"))
                .hasSize(1);

        var letters = send(path(dispute), Map.of("amount-1", "ten", "amount-2", "15"), SignedInAs.finance());
        assertThat(letters).hasStatus(422);
        assertThat(page(letters).select("#amount-1-error").text()).contains("pounds and pence");
        assertThat(page(letters).select(".govuk-error-summary a[href=#amount-1]"))
                .hasSize(1);
        assertThat(page(letters).select("#amount-2").val()).isEqualTo("15");
        assertThat(page(send(path(dispute), Map.of(), SignedInAs.finance()))
                        .select("#amount-1-error")
                        .text())
                .contains("how much");
        var much = send(path(dispute), Map.of("amount-1", "35.01"), SignedInAs.finance());
        assertThat(much).hasStatus(409);
        assertThat(page(much).select("#amount-1-error").text()).contains("Only £35.00");
        assertThat(page(send(path(dispute), Map.of("amount-1", "35", "amount-2", "16"), SignedInAs.finance()))
                        .select("#amount-1-error")
                        .text())
                .contains("Only £50.00 is without a bill");

        assertThat(send(path(dispute), Map.of("amount-1", "35", "amount-2", "15.00"), SignedInAs.finance()))
                .hasStatus(303);
        var after = page(get(path(dispute), SignedInAs.finance()));
        assertThat(after.select("main form input[name^=amount-]")).isEmpty();
        assertThat(after.select("main").text()).contains("Bills that it had paid are unpaid again.");
        assertThat(after.select("thead th").eachText()).containsExactly("Fund", "Account", "Paid", "Lost");
        assertThat(after.select(".ims-timeline").text()).contains("£50.00 taken from bills", "finance@demo.example");
        assertThat(send(path(dispute), Map.of("amount-1", "1"), SignedInAs.finance()))
                .hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?show=lost", "?show=won", "?show=all", "?show=else", "?after=nowhere"})
    void everyListIsAPageInBothLanguages(String query) {
        disputed("lost", "");
        for (var language : new String[] {"en", "cy"}) {
            var list = page(mvc.get()
                    .uri(PATH + query)
                    .with(SignedInAs.finance())
                    .cookie(new Cookie("lang", language))
                    .exchange());
            assertThat(list.select("h1")).as(language + query).hasSize(1);
            assertThat(list.select("html").attr("lang")).isEqualTo(language);
        }
    }

    @Test
    void somebodyHasTheCardProvidersAskedNow() {
        Payment payment = new RefundDriver(app).paid(pay, RefundDriver.FINE);
        Court.bank(pay, payment, "under_review");
        assertThat(court.all(payment)).isEmpty();
        assertThat(page(get(PATH, SignedInAs.finance())).select("form[action=/office/disputes/ask] button"))
                .hasSize(1);
        assertThat(send(PATH + "/ask", Map.of(), SignedInAs.finance())).hasStatus(303);
        assertThat(court.all(payment)).hasSize(1);
    }

    @Test
    void aDisputeIsReadInWelsh() {
        var dispute = disputed("lost", ", \"amount\": 5000");
        var page = page(mvc.get()
                .uri(path(dispute))
                .with(SignedInAs.finance())
                .cookie(new Cookie("lang", "cy"))
                .exchange());
        assertThat(page.select("main").text())
                .contains("Anghydfod ynghylch £50.00", "Wedi’i golli", "Pa fil sydd heb ei dalu eto?");
    }

    @Test
    void whoeverMayOnlySeeCannotSayAndOthersSeeNothing() {
        var dispute = disputed("lost", ", \"amount\": 5000");
        var sees = Somebody.who(Limits.NONE, SEE_DISPUTES);
        assertThat(get(PATH, sees)).hasStatusOk();
        assertThat(page(get(path(dispute), sees)).select("main form input[name^=amount-]"))
                .isEmpty();
        assertThat(send(path(dispute), Map.of("amount-1", "35"), sees)).hasStatus(403);
        assertThat(send(PATH + "/ask", Map.of(), sees)).hasStatus(403);
        assertThat(page(get(PATH, sees)).select("form[action$=/ask]")).isEmpty();
        var nobody = Somebody.who(Limits.NONE, Permission.SEE_ACCOUNTS);
        assertThat(get(PATH, nobody)).hasStatus(403);
        assertThat(get(path(dispute), nobody)).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/disputes").with(Somebody.program(Limits.NONE, Permission.SEE_REFUNDS)))
                .hasStatus(403);
    }

    @Test
    void whatLiesOutsideOfSomebodysLimitsIsNotThere() {
        var dispute = disputed("lost", ", \"amount\": 5000");
        var parking = Somebody.who(Limits.toFunds("11"), SEE_DISPUTES, HANDLE_DISPUTES);
        var both = Somebody.who(Limits.toFunds("11", "GW"), SEE_DISPUTES, HANDLE_DISPUTES);
        assertThat(get(path(dispute), parking)).hasStatus(404);
        assertThat(send(path(dispute), Map.of("amount-1", "35"), parking)).hasStatus(404);
        assertThat(page(get(PATH + "?show=all", parking)).select("a[href=%s]".formatted(path(dispute))))
                .isEmpty();
        assertThat(get(path(dispute), both)).hasStatusOk();
        assertThat(get(PATH + "/nowhere", both)).hasStatus(404);
        assertThat(mvc.get()
                        .uri("/api/v1/disputes/" + dispute.id())
                        .with(Somebody.program(Limits.toFunds("11"), SEE_DISPUTES)))
                .hasStatus(404);
    }

    @Test
    void whatIsNoPaymentOfOursOnlyThoseSeeWhoSeeEverything() {
        var other = pay.paid(2_000, "elsewhere");
        pay.control("/payments/" + other + "/dispute", "{\"status\": \"needs_response\"}");
        court.watch();
        assertThat(page(get(PATH, Somebody.who(Limits.NONE, SEE_DISPUTES)))
                        .select("main")
                        .text())
                .contains("Not one of our payments");
        assertThat(page(get(PATH, Somebody.who(Limits.toFunds("11", "GW"), SEE_DISPUTES)))
                        .select("main")
                        .text())
                .doesNotContain("Not one of our payments");
    }

    @Test
    void aProgramReadsDisputesPageByPage() {
        var program = Somebody.program(Limits.NONE, SEE_DISPUTES);
        var lost = disputed("lost", "");
        disputed("needs_response", "");
        var one = json(
                mvc.get().uri("/api/v1/disputes/" + lost.id()).with(program).exchange());
        assertThat(one.path("state").asString()).isEqualTo("lost");
        assertThat(one.path("amount").asLong()).isEqualTo(8_000);
        assertThat(one.path("fee").asLong()).isEqualTo(1_500);
        assertThat(one.path("lost").asLong()).isEqualTo(8_000);
        assertThat(one.path("lines")).hasSize(2);

        var first = json(mvc.get().uri("/api/v1/disputes?limit=1").with(program).exchange());
        assertThat(first.path("disputes")).hasSize(1);
        var next = mvc.get()
                .uri(java.net.URI.create(first.path("next").asString()))
                .with(program)
                .exchange();
        assertThat(json(next).path("disputes").get(0).path("id").asString())
                .isNotEqualTo(first.path("disputes").get(0).path("id").asString());
        assertThat(mvc.get().uri("/api/v1/disputes?state=lost").with(program)).hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/disputes?state=angry").with(program)).hasStatus(422);
        assertThat(mvc.get().uri("/api/v1/disputes?after=nowhere").with(program))
                .hasStatus(422);
    }
}
