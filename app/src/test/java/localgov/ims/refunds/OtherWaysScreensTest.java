package localgov.ims.refunds;

import static localgov.ims.people.Permission.ASK_REFUNDS;
import static localgov.ims.people.Permission.SEE_REFUNDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import localgov.ims.payments.Payment;
import localgov.ims.people.Ageing;
import localgov.ims.people.Limits;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Paying by bank what a card does not take, writing down what was given back elsewhere, and surcharges, on pages.
class OtherWaysScreensTest extends RefundJourney {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

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

    private MvcTestResult send(String path, Map<String, String> fields, RequestPostProcessor who) {
        var call = mvc.post().uri(path).with(who).with(csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    private static Map<String, String> form(Document page) {
        var fields = new TreeMap<String, String>();
        page.select("main form input:not([type=radio])[name], main form textarea[name], main form input[checked]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        return fields;
    }

    private static String path(Refund refund) {
        return "/office/refunds/" + refund.reference();
    }

    private Refund failed() {
        return here.failed(pay, here.paid(pay, Bureau.FINE, Bureau.GARDEN), 3_500);
    }

    @Test
    void aRefundThatFailedLeadsToOneByBankAndEachShowsTheOther() {
        var failed = failed();
        var asking = page(get(path(failed), SignedInAs.finance()))
                .select("main a:contains(Pay it by bank instead)")
                .attr("href");
        var form = form(page(get(asking, SignedInAs.finance())));
        assertThat(form.get("reason")).isEqualTo("Paid twice");
        form.put("payee", "Cy Pays");
        var reply = send(asking, form, SignedInAs.finance());
        assertThat(reply).hasStatus(303);
        var bank = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
        assertThat(page(get(bank, SignedInAs.finance())).select("main a[href=%s]".formatted(path(failed))))
                .hasSize(1);
        var closed = page(get(path(failed), SignedInAs.finance()));
        assertThat(closed.select("main a[href=%s]".formatted(bank))).hasSize(1);
        assertThat(closed.select("main").text()).contains("Goes by bank instead");
        assertThat(closed.select("main form button")).isEmpty();
        assertThat(send(asking, form, SignedInAs.finance()).getResponse().getRedirectedUrl())
                .as("the same page sent again")
                .isEqualTo(bank);
        assertThat(get(asking, SignedInAs.finance())).hasStatus(303);
        var approval = page(get(bank, SignedInAs.approver()))
                .select("a[href^=/office/approvals/]")
                .attr("href");
        assertThat(page(get(approval, SignedInAs.approver())).select("main").text())
                .contains("by bank transfer to Cy Pays", "which the card did not take");
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        var asking = path(failed()) + "/by-bank";
        var form = form(page(get(asking, SignedInAs.finance())));
        form.put("reason", "");
        form.put("payee", "");
        var reply = send(asking, form, SignedInAs.finance());
        assertThat(reply).hasStatus(422);
        assertThat(page(reply).select("#reason-error").text()).contains("Enter why");
        assertThat(page(reply).select("#payee-error").text()).contains("Enter who is paid");
        assertThat(page(reply).select(".govuk-error-summary a[href=#payee]")).hasSize(1);
    }

    @Test
    void whoeverIsSlowerReadsHowItStandsNow() {
        var failed = failed();
        var asking = path(failed) + "/by-bank";
        var form = form(page(get(asking, SignedInAs.finance())));
        form.put("payee", "Cy Pays");
        here.byBank(failed);
        var reply = send(asking, form, SignedInAs.finance());
        assertThat(reply).hasStatus(409);
        assertThat(page(reply).select(".govuk-error-summary").text()).contains("Goes by bank instead");
    }

    private Found found(Payment payment, long pence, long available) {
        pay.post(
                "/v1/payments/" + payment.providerReference().orElseThrow() + "/refunds",
                "{\"amount\": %d, \"refund_amount_available\": %d}".formatted(pence, available));
        return Bureau.within(() -> {
            here.elsewhere.find();
            return here.elsewhere.open(Scope.EVERYTHING).stream()
                    .filter(one -> one.payment().equals(payment.id()))
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Test
    void whatWasGivenBackElsewhereIsListedAndWrittenDown() {
        var found = found(here.paid(pay, Bureau.FINE, Bureau.GARDEN), 1_000, 8_000);
        var one = FoundScreens.path(found);
        var list = page(get("/office/refunds", SignedInAs.finance()));
        assertThat(list.select("main a[href=%s]".formatted(one)).text()).contains("£10.00, given back on");
        var form = form(page(get(one, SignedInAs.finance())));
        assertThat(form.get("amount-1")).as("it can have come out of either").isEmpty();
        form.put("reason", "A clerk gave it back");
        form.put("amount-2", "9.99");
        var wrong = send(one, form, SignedInAs.finance());
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select("#amount-1-error").text()).contains("must come to £10.00");
        assertThat(page(wrong).select("#amount-2").val()).isEqualTo("9.99");
        form.put("amount-2", "10");
        var reply = send(one, form, SignedInAs.finance());
        assertThat(reply).hasStatus(303);
        var refund = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
        assertThat(page(get("/office/refunds", SignedInAs.finance())).select("main a[href=%s]".formatted(one)))
                .isEmpty();
        var page = page(get(refund, SignedInAs.finance()));
        assertThat(page.select("main").text()).contains("in the card provider’s own tool", found.providerRefund());
        var approval = page.select("a[href^=/office/approvals/]").attr("href");
        assertThat(page(get(approval, SignedInAs.approver())).select("main").text())
                .contains("was given back in the provider’s own tool");
        assertThat(send(approval, Map.of("do", "approve"), SignedInAs.approver()))
                .hasStatus(303);
        var after = page(get(refund, SignedInAs.finance()));
        assertThat(after.select("main").text()).contains("Given back");
        var receipt = page(get("/office/receipts/%d-2".formatted(found.journal()), SignedInAs.finance()));
        assertThat(receipt.select("a[href=%s]".formatted(refund))).hasSize(1);
    }

    @Test
    void theEntryInTheBookLeadsToTheRefundThatWasWrittenDown() {
        var payment = here.paid(pay, Bureau.FINE);
        var found = found(payment, 3_500, 3_500);
        var form = form(page(get(FoundScreens.path(found), SignedInAs.finance())));
        assertThat(form.get("amount-1"))
                .as("it can have come out of one place only")
                .isEqualTo("35.00");
        form.put("reason", "A clerk gave it back");
        var refund = Objects.requireNonNull(send(FoundScreens.path(found), form, SignedInAs.finance())
                .getResponse()
                .getRedirectedUrl());
        var approval = page(get(refund, SignedInAs.approver()))
                .select("a[href^=/office/approvals/]")
                .attr("href");
        send(approval, Map.of("do", "approve"), SignedInAs.approver());
        long journal = Bureau.within(() -> db.sql("""
                select id as value
                  from ledger_journals
                 where source_kind = 'refund'
                   and source_id like '%:' || :number || '/1'
                """)
                .param("number", found.providerRefund())
                .query(Long.class)
                .single());
        var entry = page(get("/office/receipts/%d-1".formatted(journal), SignedInAs.finance()));
        assertThat(entry.select("main a[href=%s]".formatted(refund))).isNotEmpty();
    }

    @Test
    void whatCannotBeWrittenDownYetSaysWhyAndStaysInTheList() {
        var payment = here.paid(pay, Bureau.FINE);
        var found = found(payment, 1_000, 3_500);
        var form = form(page(get(FoundScreens.path(found), SignedInAs.finance())));
        form.put("reason", "A clerk gave it back");
        here.collected(payment, false);
        var page = page(get(FoundScreens.path(found), SignedInAs.finance()));
        assertThat(page.select("main").text()).contains("could not collect the payment");
        assertThat(page.select("main form[action^=/office/refunds]")).isEmpty();
        assertThat(send(FoundScreens.path(found), form, SignedInAs.finance())).hasStatus(409);
        assertThat(page(get("/office/refunds", SignedInAs.finance()))
                        .select("main a[href=%s]".formatted(FoundScreens.path(found))))
                .hasSize(1);
        here.collected(payment, true);
    }

    @Test
    void whereLessIsLeftThanWentBackThePageSaysSo() {
        var payment = here.paid(pay, Bureau.FINE);
        var found = found(payment, 1_000, 3_500);
        here.asked(payment, 3_000);
        assertThat(page(get(FoundScreens.path(found), SignedInAs.finance()))
                        .select("main")
                        .text())
                .contains("Only £5.00 is left here of the £10.00 that went back");
    }

    @Test
    void aSurchargeIsAskedAboutAndGoesWithAllTheRest() {
        var payment = here.paid(pay, 250, Bureau.FINE);
        var asking = "/office/refunds/of/%d-1".formatted(here.receipt(payment).journal());
        var page = page(get(asking, SignedInAs.finance()));
        assertThat(page.select("main").text()).contains("surcharge of £2.50");
        var form = form(page);
        assertThat(form).containsEntry("surcharge", "with-all").doesNotContainKey("amount-2");
        form.put("reason", "Not theirs");
        var refund = Objects.requireNonNull(
                send(asking, form, SignedInAs.finance()).getResponse().getRedirectedUrl());
        assertThat(page(get(refund, SignedInAs.finance())).select("main table").text())
                .contains("Surcharge for the card", "£2.50");
    }

    @Test
    void thesePagesSpeakWelsh() {
        var failed = failed();
        var found = found(here.paid(pay, 250, Bureau.FINE), 1_000, 3_750);
        for (var path : new String[] {path(failed) + "/by-bank", FoundScreens.path(found), "/office/refunds"}) {
            var reply = mvc.get()
                    .uri(path)
                    .cookie(new Cookie("lang", "cy"))
                    .with(SignedInAs.finance())
                    .exchange();
            var text = page(reply).select("main").text();
            assertThat(page(reply).select("html").attr("lang")).isEqualTo("cy");
            assertThat(text).as(path).doesNotContain("given back", "Who is paid", "surcharge");
        }
    }

    @Test
    void whoeverMayNotAskNeitherSeesTheFormsNorSendsThem() {
        var failed = failed();
        var found = found(here.paid(pay, Bureau.GARDEN), 1_000, 4_500);
        var sees = Somebody.who(Limits.NONE, SEE_REFUNDS);
        assertThat(page(get(path(failed), sees)).select("main form button")).isEmpty();
        assertThat(page(get("/office/refunds", sees)).select("main a[href^=/office/refunds/found]"))
                .isEmpty();
        for (var one : new String[] {path(failed) + "/by-bank", FoundScreens.path(found)}) {
            assertThat(get(one, sees)).as(one).hasStatus(403);
            assertThat(send(one, Map.of("key", RefundId.at(Instant.now()).toString()), sees))
                    .as(one)
                    .hasStatus(403);
        }
        var parking = Somebody.who(Limits.toFunds("11"), SEE_REFUNDS, ASK_REFUNDS);
        assertThat(get(path(failed) + "/by-bank", Somebody.who(Limits.toFunds("GW"), ASK_REFUNDS)))
                .hasStatus(404);
        assertThat(get(FoundScreens.path(found), parking)).hasStatus(404);
        assertThat(send(FoundScreens.path(found), Map.of("key", "x"), parking)).hasStatus(404);
        assertThat(get("/office/refunds/found/999999999", SignedInAs.finance())).hasStatus(404);
    }

    @Test
    void whoeverAsksHasShownWhoTheyAreJustNow() {
        var failed = failed();
        var found = found(here.paid(pay, Bureau.GARDEN), 1_000, 4_500);
        for (var one : new String[] {path(failed) + "/by-bank", FoundScreens.path(found)}) {
            var opened = get(one, SignedInAs.finance());
            var cookies = Objects.requireNonNull(opened.getRequest().getCookies());
            Ageing.proofs(db, 11);
            var call = mvc.post().uri(one).cookie(cookies).with(csrf());
            form(page(opened)).forEach(call::param);
            assertThat(page(call.exchange()).select("h1").text()).as(one).isEqualTo("Show us it is you");
        }
        assertThat(here.state(failed)).isEqualTo(RefundState.FAILED);
    }
}
