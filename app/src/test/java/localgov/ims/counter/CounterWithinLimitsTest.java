package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.FINE;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.SpringCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Somebody;
import localgov.ims.platform.TypedJdbc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whoever takes payments of some funds, at some offices or by some methods takes and takes back no others.
@WithCouncil
class CounterWithinLimitsTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    Desk desk;
    Person cal;

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
        cal = desk.cashier();
    }

    /// The same person as somebody who takes payments within these limits.
    private static Person limited(Person who, Limits... limits) {
        return new Person(
                who.id(),
                who.email(),
                who.name(),
                Stream.of(limits)
                        .map(each -> new Held(Set.of(Permission.TAKE_PAYMENTS), each))
                        .toList());
    }

    private Reversed takesBack(CounterPayment payment, Person who) {
        var wish = new Reversals.Wish(UUID.randomUUID(), payment.id(), "cash", "Wrong account");
        return within(() -> app.getBean(Reversals.class).ask(wish, who));
    }

    /// Either would do by itself: fines at the library, and council tax at the town hall.
    @Test
    void twoLimitsDoNotMakeAThird() {
        var two = limited(
                cal,
                new Limits(Set.of("11"), Set.of("LIB"), Set.of()),
                new Limits(Set.of("23"), Set.of("TH"), Set.of()));
        var basket = desk.cash(two, line("11", FINE, 35_00));
        var refused =
                within(() -> desk.counter.take(basket.id(), basket.version(), Evidence.cash(basket.total()), two));
        assertThat(refused).isInstanceOf(Taken.Refused.class);
        assertThat(((Taken.Refused) refused).problems())
                .extracting(Taken.Problem::code)
                .containsExactly("not-so");
        assertThat(desk.postings(basket)).isEmpty();
    }

    @Test
    void whatWasTakenIsForThoseWithinWhoseLimitsAllOfItLies() {
        var payment = desk.taken(cal, line("23", CY, 125_00));
        for (var within : List.of(
                Limits.toFunds("23"),
                new Limits(Set.of(), Set.of("TH"), Set.of()),
                new Limits(Set.of(), Set.of(), Set.of("cash")))) {
            assertThat(found(payment, within)).as(within.toString()).isTrue();
        }
        for (var outside : List.of(
                Limits.toFunds("11"),
                new Limits(Set.of(), Set.of("LIB"), Set.of()),
                new Limits(Set.of(), Set.of(), Set.of("cheque")))) {
            assertThat(found(payment, outside)).as(outside.toString()).isFalse();
        }
    }

    private boolean found(CounterPayment payment, Limits limits) {
        var colleague = limited(desk.person("finance@demo.example"), limits);
        return within(() -> desk.counter.find(payment.id(), colleague)).isPresent();
    }

    @Test
    void nobodyTakesBackWhatAnotherFundWasPaid() {
        var payment = desk.taken(cal, line("23", CY, 120_00));
        assertThat(takesBack(payment, limited(cal, Limits.toFunds("11")))).isInstanceOf(Reversed.NoSuchPayment.class);
        assertThat(takesBack(payment, cal)).isInstanceOf(Reversed.NeedsApproval.class);
    }

    @Test
    void whoeverAskedAndMayNoLongerTakeThatFundsMoneyHasNotTakenItBack() {
        var payment = desk.taken(cal, line("23", CY, 130_00));
        var asked = (Reversed.NeedsApproval) takesBack(payment, cal);
        var request =
                within(() -> app.getBean(Reversals.class).waiting(payment)).getFirst();
        try {
            calIsLimitedTo("{11}");
            assertThat(within(() -> app.getBean(Approvals.class)
                            .approve(new ApprovalId(request.id().value()), desk.person("approver@demo.example"))))
                    .isInstanceOf(Approval.Stale.class);
        } finally {
            calIsLimitedTo("{}");
        }
        assertThat(asked).isNotNull();
        assertThat(desk.postings(payment)).hasSize(1);
    }

    @Test
    void everybodySeesTheirOwnTakingsAndBaskets() {
        desk.taken(cal, line("23", CY, 150_00));
        desk.cash(cal, line("23", CY, 160_00));
        var day = app.getBean(DayStore.class);
        var longAgo = Instant.EPOCH;
        assertThat(within(() -> day.totals(cal.email(), longAgo))).isNotEmpty();
        assertThat(within(() -> day.unfinished(cal.email()))).isNotEmpty();
        assertThat(within(() -> day.totals("ann@demo.example", longAgo))).isEmpty();
        assertThat(within(() -> day.taken("ann@demo.example", longAgo))).isEmpty();
        assertThat(within(() -> day.unfinished("ann@demo.example"))).isEmpty();
    }

    private static void calIsLimitedTo(String funds) {
        try (var pool = SpringCouncil.ownerPool()) {
            TypedJdbc.client(pool).sql("""
                    update council_aldermere.people_grant
                       set funds = cast(:funds as text[])
                     where person = (select id from council_aldermere.people_person where email = 'cashier@demo.example')
                    """).param("funds", funds).update();
        }
    }

    @Test
    void aWayBackIsOfferedToWhoeverMayUseIt() {
        var basket = desk.basket(cal, Desk.at(Came.DESK, "TH", "cheque"), line("23", CY, 140_00));
        var cheque = new Evidence(null, "123456", "112233", "12345678", null, null);
        var taken = (Taken.Done) within(() -> desk.counter.take(basket.id(), basket.version(), cheque, cal));
        var path = CounterPaths.reverse(taken.payment().id());
        assertThat(desk.page(path, Somebody.who(Limits.NONE, Permission.TAKE_PAYMENTS))
                        .select("input[name=method]")
                        .eachAttr("value"))
                .containsExactly("cheque", "cheque-unpaid");
        var chequesAlone = new Limits(Set.of(), Set.of(), Set.of("cheque"));
        assertThat(desk.page(path, Somebody.who(chequesAlone, Permission.TAKE_PAYMENTS))
                        .select("input[name=method]")
                        .eachAttr("value"))
                .isEqualTo(List.of("cheque"));
    }

    @Test
    void whoeverMayTakeNothingIsOfferedNoPayment() {
        var begin = "main form[action=/office/counter]";
        assertThat(desk.page(CounterPaths.ROOT, Somebody.who(Limits.toFunds("23"), Permission.TAKE_PAYMENTS))
                        .select(begin))
                .hasSize(1);
        for (var none : List.of(
                Limits.toFunds("nothing"),
                new Limits(Set.of(), Set.of("nowhere"), Set.of()),
                new Limits(Set.of(), Set.of(), Set.of("no-way")))) {
            var page = desk.page(CounterPaths.ROOT, Somebody.who(none, Permission.TAKE_PAYMENTS));
            assertThat(page.select(begin)).as(none.toString()).isEmpty();
        }
    }

    /// Not even what an account of another fund is expected to pay.
    @Test
    void aNumberOfAnotherFundHasNoPageAtTheCounter() {
        var parking = Somebody.who(Limits.toFunds("11"), Permission.TAKE_PAYMENTS);
        var begun = Desk.location(desk.post(CounterPaths.ROOT, parking)).split("/")[3];
        var basket = new CounterId(UUID.fromString(begun));
        typed(basket, "23", CY);
        assertThat(desk.get(CounterPaths.add(basket), parking)).hasStatus(404);
        typed(basket, "11", FINE);
        assertThat(desk.get(CounterPaths.add(basket), parking)).hasStatusOk();
    }

    private void typed(CounterId basket, String fund, String account) {
        within(() -> {
            desk.counter.type(basket, fund, account);
            return true;
        });
    }
}
