package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import localgov.ims.SpringCouncil;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.TakenPayments;
import localgov.ims.people.Caller;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.people.Somebody;
import localgov.ims.platform.TypedJdbc;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whoever gives back money of some funds only gives back no other, whichever door they come by and whenever they
/// asked.
@WithCouncil
class RefundsWithinLimitsTest {
    private static final Limits COUNCIL_TAX = Limits.toFunds("23");

    @Autowired
    DemoCatalogue demo;

    @Autowired
    DemoPeople demoPeople;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TakenPayments taken;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Refunds refunds;

    @Autowired
    RefundLists lists;

    @Autowired
    Approvals approvals;

    @Autowired
    People people;

    @Autowired
    InstantSource clock;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            demoPeople.load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Person person(String email) {
        return within(() -> people.find(email)).orElseThrow();
    }

    private Person ann() {
        return person("finance@demo.example");
    }

    private Person ben() {
        return person("approver@demo.example");
    }

    /// The same person as somebody who gives back council tax alone.
    private static Person limited(Person who) {
        var held = new Held(Set.of(Permission.ASK_REFUNDS, Permission.SEE_REFUNDS), COUNCIL_TAX);
        return new Person(who.id(), who.email(), who.name(), List.of(held));
    }

    /// A fine that was paid in cash, and is asked back.
    private Wanting wanted(Caller by) {
        var basket = new Basket(
                List.of(new Basket.Line("11", "BJ99518409", Money.pence(3_500), null)), "Cy Pays", null, null);
        var payment = within(() -> ((Created.New)
                        taken.take(basket, catalogue.now().method("cash").orElseThrow(), "cashier@demo.example", "api"))
                .payment());
        var receipt = within(() -> refunds.receipt(payment.reference(), Scope.EVERYTHING))
                .orElseThrow();
        var part = new Wish.Part(1, Money.pence(3_500));
        return within(() -> refunds.ask(
                new Wish(RefundId.at(Instant.now()), receipt.journal(), 1, List.of(part), "Paid twice", null), by));
    }

    private Approval approve(Refund refund) {
        return within(() -> approvals.approve(new ApprovalId(refund.id().value()), ben()));
    }

    @Test
    void nobodyAsksForMoneyOfAnotherFund() {
        assertThat(wanted(limited(ann()))).isInstanceOf(Wanting.NoSuchReceipt.class);
        assertThat(wanted(ann())).isInstanceOf(Wanting.Waiting.class);
    }

    @Test
    void nobodyTakesUpWhatWasProposedOfAnotherFund() {
        var proposed = (Wanting.Proposed) wanted(PeopleFixture.program("proposer", Permission.ASK_REFUNDS));
        var reference = proposed.refund().reference();
        assertThat(within(() -> refunds.takeUp(reference, limited(ann())))).isInstanceOf(Wanting.NoSuchReceipt.class);
        assertThat(within(() -> refunds.act(reference, Refunds.Action.DISMISS, limited(ann()))))
                .isInstanceOf(Acted.NoSuchRefund.class);
        assertThat(within(() -> refunds.takeUp(reference, ann()))).isInstanceOf(Wanting.Waiting.class);
    }

    @Test
    void nobodySaysOfAnotherFundsRefundThatItIsPaid() {
        var refund = ((Wanting.Waiting) wanted(ann())).refund();
        assertThat(approve(refund)).isInstanceOf(Approval.Approved.class);
        var today = London.dayOf(clock.instant());
        assertThat(within(() -> refunds.paid(refund.reference(), today, limited(ann()))))
                .isInstanceOf(Acted.NoSuchRefund.class);
        assertThat(within(() -> refunds.paid(refund.reference(), today, ann()))).isInstanceOf(Acted.Done.class);
    }

    @Test
    void whatWaitsAndWhatItComesToIsCountedWithinTheLimits() {
        wanted(PeopleFixture.program("proposer", Permission.ASK_REFUNDS));
        var tax = new Scope(List.of(COUNCIL_TAX));
        var proposed = List.of(RefundState.PROPOSED);
        assertThat(within(() -> lists.sum(proposed, null, Scope.EVERYTHING)).refunds())
                .isPositive();
        for (var outside : List.of(
                COUNCIL_TAX,
                new Limits(Set.of(), Set.of("LIB"), Set.of()),
                new Limits(Set.of(), Set.of(), Set.of("cheque")))) {
            assertThat(within(() -> lists.sum(proposed, null, new Scope(List.of(outside))))
                            .refunds())
                    .as(outside.toString())
                    .isZero();
        }
        var byCash = new Scope(List.of(new Limits(Set.of(), Set.of(), Set.of("cash"))));
        assertThat(within(() -> lists.sum(proposed, null, byCash)).refunds()).isPositive();
        assertThat(within(() -> lists.waiting(tax))).isZero();
        assertThat(within(() -> lists.waiting(new Scope(List.of(Limits.toFunds("11"))))))
                .isPositive();
    }

    /// Neither beside the receipt of what was paid nor beside what went back.
    @Test
    void whoeverSeesReceiptsAloneIsToldOfNoRefund() {
        var refund = ((Wanting.Waiting) wanted(ann())).refund();
        assertThat(approve(refund)).isInstanceOf(Approval.Approved.class);
        within(() -> refunds.paid(refund.reference(), London.dayOf(clock.instant()), ann()));
        var back = within(() -> db.sql("""
                select journal.id || '-1'
                  from ledger_journals journal
                 where journal.source_kind = 'refund'
                   and journal.source_id like :id || '%'
                """)
                .param("id", refund.id().value().toString())
                .query(String.class)
                .single());
        for (var place : List.of(refund.journal() + "-1", back)) {
            var path = "/office/receipts/" + place;
            var link = "href=\"/office/refunds/" + refund.reference();
            var both = Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS, Permission.SEE_REFUNDS);
            assertThat(mvc.get().uri(path).with(both)).as(path).bodyText().contains(link);
            assertThat(mvc.get().uri(path).with(Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS)))
                    .as(path)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(link);
        }
    }

    @Test
    void whoeverMayOnlyLookIsOfferedNothingToDo() {
        var refund = ((Wanting.Waiting) wanted(ann())).refund();
        assertThat(approve(refund)).isInstanceOf(Approval.Approved.class);
        var path = "/office/refunds/" + refund.reference();
        assertThat(mvc.get().uri(path).with(Somebody.who(Limits.NONE, Permission.ASK_REFUNDS)))
                .bodyText()
                .contains("action=\"" + path);
        assertThat(mvc.get().uri(path).with(Somebody.who(Limits.NONE, Permission.SEE_REFUNDS)))
                .bodyText()
                .doesNotContain("action=\"" + path);
    }

    @Test
    void whoeverAskedAndMayNoLongerGiveThatBackHasNotGivenIt() {
        var refund = ((Wanting.Waiting) wanted(ann())).refund();
        try {
            annIsLimitedTo("{23}");
            assertThat(approve(refund)).isInstanceOf(Approval.Stale.class);
        } finally {
            annIsLimitedTo("{}");
        }
    }

    private String evidence(Refund refund, Permission... permissions) throws Exception {
        var page = mvc.get()
                .uri("/office/approvals/" + refund.id())
                .with(Somebody.who(Limits.NONE, permissions))
                .exchange();
        assertThat(page).hasStatusOk();
        return Jsoup.parse(page.getResponse().getContentAsString())
                .select("main a[href^=/office/refunds/]")
                .attr("href");
    }

    @Test
    void whoeverApprovesIsLedToTheRefundIfTheyMaySeeIt() throws Exception {
        var refund = ((Wanting.Waiting) wanted(ann())).refund();
        var path = "/office/refunds/" + refund.reference();
        assertThat(evidence(refund, Permission.APPROVE)).isEmpty();
        assertThat(evidence(refund, Permission.APPROVE, Permission.SEE_REFUNDS)).isEqualTo(path);
        assertThat(evidence(refund, Permission.APPROVE, Permission.ASK_REFUNDS)).isEqualTo(path);
    }

    private static void annIsLimitedTo(String funds) {
        try (var pool = SpringCouncil.ownerPool()) {
            TypedJdbc.client(pool).sql("""
                    update council_aldermere.people_grant
                       set funds = cast(:funds as text[])
                     where person = (select id from council_aldermere.people_person where email = 'finance@demo.example')
                    """).param("funds", funds).update();
        }
    }
}
