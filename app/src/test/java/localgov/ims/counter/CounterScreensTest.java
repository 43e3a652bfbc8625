package localgov.ims.counter;

import static localgov.ims.counter.Desk.CY;
import static localgov.ims.counter.Desk.FINE;
import static localgov.ims.counter.Desk.line;
import static localgov.ims.counter.Desk.location;
import static localgov.ims.counter.Desk.page;
import static localgov.ims.counter.Desk.seen;
import static localgov.ims.counter.Desk.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import localgov.ims.WithCouncil;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Cal takes payments on the pages: errors stay with their fields, and whoever may not see or do something cannot.
@WithCouncil
class CounterScreensTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    Desk desk;
    final RequestPostProcessor cal = SignedInAs.cashier();

    @BeforeEach
    void stand() {
        desk = new Desk(app, mvc);
    }

    private String begun(RequestPostProcessor who) {
        var find = location(desk.post("/office/counter", who));
        return find.substring(0, find.length() - "/find".length());
    }

    /// A basket with one line in it, through the pages.
    private String basket(RequestPostProcessor who, String fund, String number, String amount) {
        var self = begun(who);
        var line = location(desk.post(self + "/find", who, "q", number, "fund", fund));
        assertThat(location(desk.post(line, who, "seen", seen(desk.page(line, who)), "amount", amount)))
                .isEqualTo(self);
        return self;
    }

    private String say(String self, RequestPostProcessor who, String came, String method, String office) {
        var seen = seen(desk.page(self + "/how", who));
        return location(desk.post(
                self + "/how", who, "seen", seen, "came", came, "method", method, "office", office, "payer", "C Pays"));
    }

    @Test
    void cashIsTakenWithItsChangeAndTheReceiptSaysSo() {
        var self = basket(cal, "23", CY, "120.00");
        assertThat(desk.page(self, cal).expectFirst("main").text()).contains("Council tax", CY, "£120.00");
        assertThat(say(self, cal, "desk", "cash", "TH")).isEqualTo(self + "/take");
        var taking = desk.page(self + "/take", cal);
        var receipt = location(desk.post(self + "/take", cal, "seen", seen(taking), "given", "£150"));
        assertThat(receipt).isEqualTo(self + "/receipt");
        var text = desk.page(receipt, cal).expectFirst("main").text();
        assertThat(text).contains("Give £30.00 change", "Council tax", CY, "£120.00", "Cash", "Town hall", "C Pays");
        assertThat(location(desk.post(self + "/take", cal, "seen", seen(taking), "given", "150")))
                .as("the same button again")
                .isEqualTo(receipt);
        assertThat(location(desk.get(self, cal))).as("the back button").isEqualTo(receipt);
        assertThat(location(desk.get(self + "/how", cal))).isEqualTo(receipt);
        assertThat(location(desk.get(self + "/take", cal))).isEqualTo(receipt);
        assertThat(location(desk.get(self + "/find", cal))).isEqualTo(receipt);
    }

    @Test
    void whatITookTodayIsListedWithATotalForEachMethod() {
        var who = Somebody.who(
                new Limits(Set.of(), Set.of("TH"), Set.of()), Permission.TAKE_PAYMENTS, Permission.SEE_ACCOUNTS);
        for (var amount : List.of("10.00", "20.50")) {
            var self = basket(who, "23", CY, amount);
            say(self, who, "desk", "cash", "TH");
            location(desk.post(self + "/take", who, "seen", seen(desk.page(self + "/take", who))));
        }
        var self = basket(who, "11", FINE, "35");
        say(self, who, "post", "cheque", "TH");
        location(desk.post(
                self + "/take",
                who,
                "seen",
                seen(desk.page(self + "/take", who)),
                "cheque-number",
                "000123",
                "sort-code",
                "20-00-00",
                "cheque-account",
                "55779911"));
        var page = desk.page("/office/counter", who);
        assertThat(page.select("table").first().text()).contains("£30.50", "Cheque", "£35.00");
        assertThat(page.expectFirst(".ims-bills__total").text()).isEqualTo("Taken today £65.50");
        assertThat(page.select("table").last().select("tbody tr")).hasSize(3);
    }

    @Test
    void aBasketThatIsNotFinishedIsFoundAgainByWhoeverBeganIt() {
        var self = basket(cal, "23", CY, "77.00");
        assertThat(desk.page("/office/counter", cal).select("a[href=%s]".formatted(self)))
                .hasSize(1);
        assertThat(desk.get(self, SignedInAs.finance())).hasStatus(404);
        assertThat(desk.post(self + "/give-up", SignedInAs.finance())).hasStatus(404);
        location(desk.post(self + "/give-up", cal));
        assertThat(desk.page("/office/counter", cal).select("a[href=%s]".formatted(self)))
                .isEmpty();
    }

    @Test
    void whatIsLookedForIsInNoAddress() {
        var self = begun(cal);
        var one = location(desk.post(self + "/find", cal, "q", CY, "fund", ""));
        assertThat(one).doesNotContain(CY);
        assertThat(desk.page(one, cal).expectFirst("main").text()).contains(CY);
        var several = location(desk.post(self + "/find", cal, "q", "77", "fund", ""));
        assertThat(several).startsWith(self + "/find?search=");
    }

    @Test
    void whoMaySeeNoAccountHoldersTypesTheNumberAndLearnsOfNobody() {
        var who = Somebody.who(Limits.NONE, Permission.TAKE_PAYMENTS);
        var self = begun(who);
        assertThat(desk.page(self + "/find", who).select("[data-accounts]")).isEmpty();
        var line = desk.page(location(desk.post(self + "/find", who, "q", CY, "fund", "23")), who);
        assertThat(line.select(".govuk-summary-list__row")).hasSize(1);
        assertThat(desk.post(self + "/find/suggestions", who, "q", CY))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("[]");
        var byCal = location(desk.post(begun(cal) + "/find", cal, "q", CY, "fund", "23"));
        var chosen = byCal.substring(byCal.indexOf("?account="));
        assertThat(desk.get(self + "/add" + chosen, who)).hasStatus(404);
    }

    @Test
    void everyErrorStaysWithItsFieldAndWhatWasTypedIsKept() {
        var self = begun(cal);
        assertThat(desk.post(self + "/find", cal, "q", " ")).hasStatus(422);
        var line = location(desk.post(self + "/find", cal, "q", CY, "fund", "23"));
        var seen = seen(desk.page(line, cal));
        var wrong = desk.post(line, cal, "seen", seen, "amount", "12,5", "narrative", "Arrears");
        assertThat(wrong).hasStatus(422);
        var page = page(wrong);
        assertThat(page.expectFirst("#amount-error").text()).contains("Enter an amount in pounds and pence");
        assertThat(page.expectFirst("#narrative").val()).isEqualTo("Arrears");
        assertThat(desk.post(line, cal, "seen", seen, "amount", "1000000.00")).hasStatus(422);
        location(desk.post(line, cal, "seen", seen, "amount", "12.50"));

        var how = desk.page(self + "/how", cal);
        assertThat(how.select("input[name=method]").eachAttr("value"))
                .containsExactlyInAnyOrder("card-staff", "cash", "cheque", "postal-order");
        var nothing = page(desk.post(self + "/how", cal, "seen", seen(how)));
        assertThat(nothing.select(".govuk-error-message")).hasSizeGreaterThan(2);
        var together = desk.post(
                self + "/how", cal, "seen", seen(how), "came", "post", "method", "card-staff", "office", "PR");
        assertThat(page(together).expectFirst("#method-error").text()).contains("does not come by post");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000 0000 0000 0002", "4000-0000-0000-0002", "4444333322221111", "40000000000000000000"})
    void whatLooksLikeTheNumberOfACardIsRefusedAndNotShownAgain(String card) {
        var self = basket(cal, "23", CY, "10.00");
        say(self, cal, "desk", "card-staff", "TH");
        var seen = seen(desk.page(self + "/take", cal));
        for (var field : List.of("slip", "authorisation")) {
            var refused = desk.post(
                    self + "/take",
                    cal,
                    "seen",
                    seen,
                    field.equals("slip") ? "authorisation" : "slip",
                    "1",
                    field,
                    card);
            assertThat(refused).hasStatus(422).bodyText().doesNotContain(card);
            assertThat(page(refused).expectFirst("#" + field + "-error").text()).contains("the number of a card");
        }
        assertThat(within(() -> desk.db
                        .sql("select count(*) from counter_payment where slip is not null or authorisation is not null")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void aCardNumberInFreeTextIsMaskedBeforeItIsKept() {
        var self = begun(cal);
        var line = location(desk.post(self + "/find", cal, "q", CY, "fund", "23"));
        location(desk.post(
                line, cal, "seen", seen(desk.page(line, cal)), "amount", "1.00", "narrative", "card 4444333322221111"));
        var seen = seen(desk.page(self + "/how", cal));
        location(desk.post(
                self + "/how",
                cal,
                "seen",
                seen,
                "came",
                "desk",
                "method",
                "cash",
                "office",
                "TH",
                "payer",
                "C Pays 4444333322221111",
                "call",
                "4444 3333 2222 1111"));
        assertThat(within(() -> desk.db.sql("""
                select string_agg(coalesce(payer, '') || coalesce(call_reference, '') || coalesce(line.narrative, ''), '') as words
                  from counter_payment payment join counter_line line on line.payment = payment.id
                """).query(String.class).single()))
                .contains("************1111", "C Pays ")
                .doesNotContain("4444333322221111", "4444 3333 2222 1111");
    }

    /// Whoever stands at the counter of one office says so once, and again when they stand at another.
    @Test
    void theOfficeThatSomebodyUsedLastIsTheOneChosenBeforehand() {
        for (var office : List.of("PR", "TH")) {
            say(basket(cal, "23", CY, "1.00"), cal, "desk", "cash", office);
            var next = desk.page(basket(cal, "23", CY, "1.00") + "/how", cal);
            assertThat(next.select("#office option[selected]").eachAttr("value"))
                    .containsExactly(office);
        }
    }

    @Test
    void whoIsLimitedTakesOnlyWhatLiesWithin() {
        var parking = Somebody.who(Limits.toFunds("11"), Permission.TAKE_PAYMENTS, Permission.SEE_ACCOUNTS);
        var self = begun(parking);
        assertThat(desk.page(self + "/find", parking).select("#fund option").eachAttr("value"))
                .containsExactly("", "11");
        assertThat(location(desk.post(self + "/find", parking, "q", CY, "fund", "23")))
                .startsWith(self + "/find?search=");
        assertThat(location(desk.post(self + "/find", parking, "q", CY, "use", "23")))
                .startsWith(self + "/find?search=");

        var postRoom = Somebody.who(new Limits(Set.of("11"), Set.of("PR"), Set.of("cheque")), Permission.TAKE_PAYMENTS);
        var theirs = basket(postRoom, "11", FINE, "35.00");
        var how = desk.page(theirs + "/how", postRoom);
        assertThat(how.select("input[name=method]").eachAttr("value")).containsExactly("cheque");
        assertThat(how.expectFirst("input[name=office]").val()).isEqualTo("PR");
        var cash = desk.post(
                theirs + "/how", postRoom, "seen", seen(how), "came", "desk", "method", "cash", "office", "TH");
        assertThat(cash).hasStatus(422);
        say(theirs, postRoom, "post", "cheque", "PR");
    }

    /// The pages ask first; the database asks again, for whoever goes past them.
    @Test
    void theDatabaseTakesNothingOutsideTheLimits() {
        var person = desk.cashier();
        var basket = desk.cash(person, line("23", CY, 100));
        var store = app.getBean(CounterStore.class);
        for (var limits : List.of(
                Limits.toFunds("11"),
                new Limits(Set.of(), Set.of("LIB"), Set.of()),
                new Limits(Set.of(), Set.of(), Set.of("cheque")))) {
            assertThat(within(() -> store.take(
                            basket,
                            Evidence.cash(basket.total()),
                            person.signature(),
                            new localgov.ims.people.Scope(List.of(limits)),
                            java.time.Instant.now())))
                    .as(limits.toString())
                    .isFalse();
        }
        var taken = desk.taken(person, line("23", CY, 100));
        assertThat(within(() -> store.find(
                        taken.id(),
                        "other@demo.example",
                        new localgov.ims.people.Scope(List.of(Limits.toFunds("11"))))))
                .isEmpty();
        assertThat(within(() -> store.find(
                        taken.id(),
                        "other@demo.example",
                        new localgov.ims.people.Scope(List.of(Limits.toFunds("23"))))))
                .isPresent();
    }

    @Test
    void whoMayNotTakePaymentsReachesNoPageOfIt() {
        var self = basket(cal, "23", CY, "10.00");
        var line = self + "/lines/1";
        var without = List.of(SignedInAs.service(), SignedInAs.auditor(), SignedInAs.admin());
        for (var who : without) {
            for (var path : List.of(
                    "/office/counter",
                    self,
                    self + "/find",
                    line,
                    self + "/how",
                    self + "/take",
                    self + "/receipt",
                    self + "/reverse")) {
                assertThat(desk.get(path, who)).as(path).hasStatus(403);
            }
            for (var path : List.of(
                    "/office/counter",
                    self + "/find",
                    self + "/find/suggestions",
                    self + "/add",
                    line,
                    line + "/remove",
                    self + "/how",
                    self + "/take",
                    self + "/give-up",
                    self + "/receipt",
                    self + "/reverse")) {
                assertThat(desk.post(path, who)).as(path).hasStatus(403);
            }
        }
    }

    @Test
    void aMessageForStaffThatStopsAnAccountLeavesNoFormToTakeIt() {
        within(() -> desk.db
                .sql("update accounts_account set message_code = 'CRT' where fund = '5'")
                .update());
        var number = within(() -> desk.db
                .sql("select number from accounts_account where fund = '5' limit 1")
                .query(String.class)
                .single());
        var line = location(desk.post(begun(cal) + "/find", cal, "q", number, "fund", "5"));
        var page = desk.page(line, cal);
        assertThat(page.expectFirst(".govuk-warning-text").text()).contains("before the court");
        assertThat(page.select("#amount")).isEmpty();
        assertThat(desk.post(line, cal, "seen", "0", "amount", "1.00")).hasStatus(422);
    }

    @Test
    void theReceiptIsMailedThreeTimesAtMostAndToOneAddress() {
        var payment = desk.taken(desk.cashier(), line("23", CY, 100));
        var receipt = CounterPaths.receipt(payment.id());
        for (var wrong : List.of(
                "",
                "nobody",
                "a@b.example, c@d.example",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example;c@d.example")) {
            assertThat(desk.post(receipt, cal, "email", wrong)).as(wrong).hasStatus(422);
        }
        for (int i = 0; i < 5; i++) {
            location(desk.post(receipt, cal, "email", "cy@example.com"));
        }
        assertThat(within(() -> desk.db
                        .sql("select count(*) from messages_message where about = 'counter.receipt'")
                        .query(Long.class)
                        .single()))
                .isEqualTo(3);
        assertThat(desk.page(receipt, cal).select("#email")).isEmpty();
    }

    @Test
    void thePagesSpeakWelsh() {
        var payment = desk.taken(desk.cashier(), line("23", CY, 120_00));
        Document page = desk.page(CounterPaths.receipt(payment.id()) + "?lang=cy", cal);
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("cy");
        assertThat(page.expectFirst("main").text()).contains("Derbynneb", "Treth y Cyngor", "Arian parod");
    }
}
