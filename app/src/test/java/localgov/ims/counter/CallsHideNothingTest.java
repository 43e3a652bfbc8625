package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.WithCouncil;
import localgov.ims.people.Limits;
import localgov.ims.people.Scope;
import localgov.ims.reporting.SearchBox;
import localgov.ims.reporting.Understood;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What somebody typed as the reference of a call neither hides what others look for, nor is known to whoever may not
/// see it.
@WithCouncil
class CallsHideNothingTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private void taken(Desk desk, String payer, String call, int pence) {
        var cal = desk.cashier();
        var how = new CounterPayment.How(Came.DESK, "TH", "cash", payer, null, call);
        var basket = desk.basket(cal, how, line("23", CY, pence));
        assertThat(within(() -> desk.counter.take(basket.id(), basket.version(), Evidence.cash(basket.total()), cal)))
                .isInstanceOf(Taken.Done.class);
    }

    private Understood understood(String typed, Scope scope) {
        return within(
                () -> app.getBean(SearchBox.class).read(typed, false, scope).understood());
    }

    @Test
    void aNameTypedAsACallHidesNobodysPayments() {
        var desk = new Desk(app, mvc);
        taken(desk, "Pat Zanzibar", "other", 47_01);
        taken(desk, "Somebody’s daughter", "Zanzibar", 47_02);
        assertThat(understood("zanzibar", Scope.EVERYTHING)).isInstanceOf(Understood.Words.class);
        taken(desk, "Somebody’s daughter", "Quixotic", 47_03);
        assertThat(understood("quixotic", Scope.EVERYTHING))
                .as("where no words are found")
                .isInstanceOf(Understood.Call.class);
    }

    @Test
    void aCallOfWhichSomebodyMaySeeNothingIsNotThereForThem() {
        taken(new Desk(app, mvc), "Somebody’s daughter", "CALL-1947", 48_01);
        assertThat(understood("CALL-1947", Scope.EVERYTHING)).isInstanceOf(Understood.Call.class);
        assertThat(understood("CALL-1947", new Scope(List.of(Limits.toFunds("13")))))
                .isNotInstanceOf(Understood.Call.class);
    }
}
