package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.location;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.WithCouncil;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.reporting.FoundReceipt;
import localgov.ims.reporting.ReceiptSearch;
import localgov.ims.reporting.SearchBox;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What was taken for a call is found by the reference of that call, and by the number on its receipt.
@WithCouncil
class CallReferenceTest {
    private static final String CALL = "CRM-2026/004711";

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private Desk desk;
    private Person cal;

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
        cal = desk.cashier();
    }

    private CounterPayment taken(String call, CounterPayment.Line... lines) {
        var how = new CounterPayment.How(Came.DESK, "TH", "cash", "Somebody’s daughter", null, call);
        var basket = desk.basket(cal, how, lines);
        return ((Taken.Done) within(
                        () -> desk.counter.take(basket.id(), basket.version(), Evidence.cash(basket.total()), cal)))
                .payment();
    }

    private List<Long> found(String typed) {
        return within(() -> app.getBean(SearchBox.class)
                .read(typed, false, Scope.EVERYTHING)
                .criteria()
                .map(criteria -> app.getBean(ReceiptSearch.class).counted(criteria, Scope.EVERYTHING, null, 50))
                .map(found -> found.receipts().stream()
                        .map(FoundReceipt::pence)
                        .map(money -> money.pence())
                        .toList())
                .orElse(List.of()));
    }

    @Test
    void allThatWasTakenForACallIsFoundByItsReferenceWhole() {
        taken(CALL, line("23", CY, 41_01), line("13", "80000000001", 41_02));
        taken(CALL, line("23", CY, 41_03));
        taken("CRM-2026/00471", line("23", CY, 41_04));
        assertThat(found(CALL)).containsExactlyInAnyOrder(41_01L, 41_02L, 41_03L);
        assertThat(found(" crm-2026/004711 ")).hasSize(3);
        assertThat(found("CRM-2026/0047")).doesNotContain(41_01L, 41_04L);
    }

    @Test
    void aReferenceThatIsAnAccountToSearchLooksForTheAccount() {
        taken(CY, line("23", CY, 42_01));
        assertThat(within(() -> app.getBean(SearchBox.class)
                        .read(CY, false, Scope.EVERYTHING)
                        .understood()))
                .isInstanceOf(localgov.ims.reporting.Understood.Account.class);
    }

    @Test
    void aBasketThatWasNeverTakenIsNotFound() {
        desk.basket(cal, new CounterPayment.How(Came.DESK, "TH", "cash", null, null, "NEVER-1"), line("23", CY, 43_01));
        assertThat(found("NEVER-1")).isEmpty();
    }

    @Test
    void theNumberOnAReceiptOfTheCounterFindsIt() {
        var payment = taken(CALL, line("23", CY, 44_01));
        assertThat(found(payment.reference().toString())).containsExactly(44_01L);
        assertThat(found(payment.reference().grouped())).containsExactly(44_01L);
    }

    @Test
    void theOfficeFindsItAndItsStorySaysTheCallAndTheReceipt() {
        var payment = taken("CALL-99", line("23", CY, 45_01));
        var session = new MockHttpSession();
        var sent = mvc.post()
                .uri("/office/receipts")
                .session(session)
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("q", "CALL-99")
                .exchange();
        var address = location(sent);
        assertThat(address).doesNotContain("CALL-99");
        var list = Desk.page(mvc.get()
                .uri(address)
                .session(session)
                .with(SignedInAs.finance())
                .exchange());
        assertThat(list.select("main").text()).contains("call or letter CALL-99");
        var story = desk.page(list.select("tbody a[href^=/office/receipts/]").attr("href"), SignedInAs.finance());
        assertThat(story.select(".govuk-summary-list").text())
                .contains("CALL-99", payment.reference().grouped());
        assertThat(counter(story)).isEqualTo(CounterPaths.receipt(payment.id()));
        var sees = Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS);
        assertThat(counter(desk.page(
                        list.select("tbody a[href^=/office/receipts/]").attr("href"), sees)))
                .isEmpty();
    }

    private static String counter(Document story) {
        return story.select("main a[href^=/office/counter/]").attr("href");
    }

    @Test
    void aCallIsFoundWithinLimitsAlone() {
        taken("CALL-7", line("23", CY, 46_01), line("13", "80000000001", 46_02));
        var scope = new Scope(List.of(Limits.toFunds("13")));
        var criteria = within(() -> app.getBean(SearchBox.class)
                .read("CALL-7", false, scope)
                .criteria()
                .orElseThrow());
        assertThat(within(() -> app.getBean(ReceiptSearch.class).counted(criteria, scope, null, 50))
                        .receipts())
                .extracting(one -> one.pence().pence())
                .containsExactly(46_02L);
    }
}
