package localgov.ims.disputes;

import static localgov.ims.people.Permission.SEE_DISPUTES;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import localgov.ims.SpringCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.messages.Email;
import localgov.ims.messages.Sent;
import localgov.ims.payments.Basket;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.people.Somebody;
import localgov.ims.platform.TypedJdbc;
import localgov.ims.refunds.RefundDriver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whoever looks after disputes of some funds, offices or methods is shown, told and sent nothing of others.
class DisputesWithinLimitsTest extends DisputeJourney {
    private static final String FINANCE = "finance@demo.example";
    private static final List<Scope> ELSEWHERE = List.of(
            Scope.NOTHING,
            new Scope(List.of(Limits.toFunds("23"))),
            new Scope(List.of(new Limits(Set.of(), Set.of("LIB"), Set.of()))),
            new Scope(List.of(new Limits(Set.of(), Set.of(), Set.of("cheque")))));

    @Autowired
    MockMvcTester mvc;

    @Test
    void howManyThereAreAndWhatTheyComeToIsCountedWithinTheLimits() {
        disputed("needs_response", "", RefundDriver.FINE);
        var parking = new Scope(List.of(Limits.toFunds("11")));
        for (var states : List.of(List.<DisputeState>of(), List.of(DisputeState.NEEDS_EVIDENCE))) {
            assertThat(Court.within(() -> court.lists.sum(states, parking)).disputes())
                    .isPositive();
            for (var outside : ELSEWHERE) {
                var sum = Court.within(() -> court.lists.sum(states, outside));
                assertThat(sum.disputes()).as(outside.toString()).isZero();
                assertThat(sum.pence().pence()).as(outside.toString()).isZero();
            }
        }
    }

    @Test
    void whatWaitsForSomebodyIsCountedWithinTheirLimits() {
        disputed("needs_response", "", RefundDriver.FINE);
        var second = new Basket.Line("11", "BJ99518409", Money.pence(1_000), null);
        disputed("lost", ", \"amount\": 2000", RefundDriver.FINE, second);
        var parking = new Scope(List.of(Limits.toFunds("11")));
        var waiting = Court.within(() -> court.lists.waiting(parking));
        assertThat(waiting.toAnswer()).isPositive();
        assertThat(waiting.toCharge()).isPositive();
        assertThat(waiting.firstDue()).isNotNull();
        for (var outside : ELSEWHERE) {
            assertThat(Court.within(() -> court.lists.waiting(outside)))
                    .as(outside.toString())
                    .isEqualTo(new DisputeLists.Waiting(0, 0, null));
        }
    }

    @Test
    void besideAReceiptStandsNoDisputeThatLiesOutside() {
        var dispute = disputed("lost", "", RefundDriver.FINE);
        long journal = dispute.lines().getFirst().journal();
        var parking = new Scope(List.of(Limits.toFunds("11")));
        assertThat(Court.within(() -> court.lists.of(journal, parking)))
                .extracting(Dispute::id)
                .containsExactly(dispute.id());
        for (var outside : ELSEWHERE) {
            assertThat(Court.within(() -> court.lists.of(journal, outside)))
                    .as(outside.toString())
                    .isEmpty();
        }
    }

    private Document page(Dispute dispute, Permission... permissions) throws Exception {
        var reply = mvc.get()
                .uri("/office/disputes/" + dispute.id())
                .with(Somebody.who(Limits.NONE, permissions))
                .exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    @Test
    void onlyWhoSeesReceiptsIsLedToTheReceipt() throws Exception {
        var dispute = disputed("needs_response", "", RefundDriver.FINE);
        var receipt = "main a[href^=/office/receipts/]";
        assertThat(page(dispute, SEE_DISPUTES).select(receipt)).isEmpty();
        assertThat(page(dispute, SEE_DISPUTES, SEE_RECEIPTS).select(receipt)).hasSize(1);
    }

    private List<String> writtenTo(Dispute dispute) {
        return Court.within(() -> Sent.about(app, "disputes.changed", Instant.EPOCH).stream()
                .filter(email -> ("dispute:" + dispute.id()).equals(email.concerns()))
                .map(Email::to)
                .toList());
    }

    @Test
    void nobodyIsWrittenToAboutADisputeThatLiesOutside() {
        try {
            financeIsLimitedTo("{GW}");
            var garden = disputed("needs_response", "", RefundDriver.GARDEN);
            var fine = disputed("needs_response", "", RefundDriver.FINE);
            var both = disputed("needs_response", "", RefundDriver.FINE, RefundDriver.GARDEN);
            assertThat(writtenTo(garden)).contains(FINANCE).doesNotContain("cashier@demo.example");
            assertThat(writtenTo(fine)).doesNotContain(FINANCE, "cashier@demo.example");
            assertThat(writtenTo(both)).doesNotContain(FINANCE, "cashier@demo.example");
            financeIsLimitedTo("{}");
            assertThat(writtenTo(disputed("needs_response", "", RefundDriver.FINE)))
                    .contains(FINANCE)
                    .doesNotContain("cashier@demo.example");
        } finally {
            financeIsLimitedTo("{}");
        }
    }

    private static void financeIsLimitedTo(String funds) {
        try (var pool = SpringCouncil.ownerPool()) {
            TypedJdbc.client(pool)
                    .sql("""
                    update council_aldermere.people_grant
                       set funds = cast(:funds as text[])
                     where person = (select id from council_aldermere.people_person where email = :email)
                    """)
                    .param("funds", funds)
                    .param("email", FINANCE)
                    .update();
        }
    }
}
