package localgov.ims.counter;

import static localgov.ims.counter.Desk.CASHIER;
import static localgov.ims.counter.Desk.at;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.WithCouncil;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A fund that wants the payer's address is not paid at the counter without it.
@WithCouncil
class CounterAddressTest {
    private static final CounterPayment.Line PLANS = line("31", "BC/26/01234", 120_00);

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    Desk desk;

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
    }

    private Taken take(CounterPayment basket) {
        return within(() ->
                desk.counter.take(basket.id(), basket.version(), Evidence.cash(basket.total()), desk.person(CASHIER)));
    }

    private CounterPayment.How living(String address) {
        return new CounterPayment.How(Came.DESK, "TH", "cash", "C Pays", address, null);
    }

    @Test
    void withoutTheAddressNothingIsTaken() {
        var basket = desk.basket(desk.cashier(), at(Came.DESK, "TH", "cash"), PLANS);
        assertThat(take(basket))
                .isInstanceOfSatisfying(
                        Taken.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Taken.Problem::code)
                                .containsExactly("no-address"));
        assertThat(desk.postings(basket)).isEmpty();
    }

    @Test
    void withTheAddressItIs() {
        var basket = desk.basket(desk.cashier(), living("1 Mere View, AM1 1AA"), PLANS);
        assertThat(take(basket)).isInstanceOf(Taken.Done.class);
    }

    @Test
    void thePageAsksForItAndSaysWhatIsMissing() {
        var cal = SignedInAs.cashier();
        var basket = desk.basket(desk.cashier(), living("1 Mere View, AM1 1AA"), PLANS);
        var self = CounterPaths.how(basket.id());
        var page = desk.page(self, cal);
        assertThat(page.expectFirst("#address").val()).isEqualTo("1 Mere View, AM1 1AA");
        var seen = page.expectFirst("[name=seen]").val();
        var blank = desk.post(
                self, cal, "seen", seen, "came", "desk", "method", "cash", "office", "TH", "payer", "C", "address",
                " ");
        assertThat(blank).hasStatus(422);
        assertThat(Desk.page(blank).expectFirst("#address-error").text()).contains("Enter the payer’s address");
    }

    @Test
    void otherFundsDoNotAskForIt() {
        var cal = SignedInAs.cashier();
        var basket = desk.cash(desk.cashier(), line("23", Desk.CY, 1_00));
        assertThat(desk.page(CounterPaths.how(basket.id()), cal).select("#address"))
                .isEmpty();
    }
}
