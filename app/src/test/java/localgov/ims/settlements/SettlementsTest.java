package localgov.ims.settlements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Sighting;
import localgov.ims.payments.Unclaimed;
import localgov.ims.payments.UnclaimedPayments;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.providers.ProviderSwitch;
import localgov.ims.providers.Providers;
import localgov.ims.providers.SettledRow;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import localgov.ims.refunds.RefundDriver;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.settings.ReferenceDataChanged;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// What a provider paid out and the fee it kept, from the simulator to the book and to the payer's page.
@OnAPort
class SettlementsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

    /// Longer than a provider is asked again about days that are over.
    private static final int FOR_EVER = 30;

    private static final AtomicReference<Duration> LATER = new AtomicReference<>(Duration.ZERO);
    private PayDriver pay;
    private RefundDriver refunds;

    @BeforeEach
    void open() {
        connect("stripe");
    }

    private void connect(String profile) {
        pay = PayDriver.open(port, "{\"profile\": \"%s\"}".formatted(profile));
        RefundDriver.open(app, pay);
        refunds = new RefundDriver(app);
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() -> app.getBean(Laws.class).all().stream()
                        .filter(law -> law.violations() > 0)
                        .toList()))
                .isEmpty();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Asking asking() {
        InstantSource clock = () -> Instant.now().plus(LATER.get());
        return new Asking(
                app.getBean(Providers.class),
                new SettlementStore(db),
                app.getBean(PaidOut.class),
                app.getBean(UnclaimedPayments.class),
                app.getBean(Jobs.class),
                clock);
    }

    private void ask() {
        within(() -> {
            asking().ask();
            return true;
        });
    }

    private void days(int days) {
        pay.advance(days + "d");
        LATER.updateAndGet(by -> by.plusDays(days));
    }

    private List<String> fees(Payment payment) {
        return fees(payment.providerReference().orElseThrow());
    }

    private List<String> fees(String reference) {
        return within(() -> db.sql("""
                select from_account || ' ' || to_account || ' ' || pence
                  from ledger_postings
                 where source_kind = 'provider-fee'
                   and source_id like :number
                """)
                .param("number", "%/" + reference)
                .query(String.class)
                .list());
    }

    private long rows(Payment payment) {
        return within(
                () -> db.sql("""
                select count(*) from settlements where payment = :id
                """).param("id", payment.id()).query(Long.class).single());
    }

    private String progress(Payment payment, String language) {
        try {
            var reply = mvc.get()
                    .uri("/payments/%s/progress".formatted(payment.reference()))
                    .cookie(new jakarta.servlet.http.Cookie("lang", language))
                    .exchange();
            return Jsoup.parse(reply.getResponse().getContentAsString())
                    .select("main")
                    .text();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFeeOfAPaymentIsPostedOnceWhenItIsPaidOutAndThePayerSeesTheDay() {
        var payment = refunds.paid(pay, RefundDriver.FINE);
        pay.advance("2m");
        ask();
        assertThat(fees(payment)).isEmpty();
        assertThat(progress(payment, "en")).doesNotContain("Paid to the council");
        days(3);
        ask();
        ask();
        assertThat(fees(payment)).containsExactly("fund:13 clearing:card 55");
        assertThat(rows(payment)).isEqualTo(1);
        assertThat(progress(payment, "en")).contains("Paid to the council");
        assertThat(progress(payment, "cy")).contains("Wedi’i dalu i’r cyngor");
        var receipt = mvc.get()
                .uri("/office/receipts/%d-1".formatted(refunds.receipt(payment).journal()))
                .with(SignedInAs.finance())
                .exchange();
        assertThat(receipt).bodyText().contains("Paid to the council", "kept £0.55 as its fee");
        var journal = within(() -> db.sql("""
                select id as value from ledger_journals where source_kind = 'provider-fee' and source_id like :number
                """)
                .param("number", "%/" + payment.providerReference().orElseThrow())
                .query(Long.class)
                .single());
        assertThat(mvc.get().uri("/office/receipts/%d-1".formatted(journal)).with(SignedInAs.finance()))
                .bodyText()
                .contains("£0.55 kept by the card provider", "80000000017", "kept it of a payment")
                .doesNotContain("Its source is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "worldpay", "adyen"})
    void aProviderThatTellsNeitherFeesNorDaysLeavesNothing(String profile) {
        connect(profile);
        var payment = refunds.paid(pay, RefundDriver.FINE);
        days(3);
        ask();
        assertThat(fees(payment)).isEmpty();
        assertThat(rows(payment)).isZero();
        assertThat(progress(payment, "en")).contains("Put on the account").doesNotContain("Paid to the council");
    }

    @Test
    void manyWhoAskAtOnceKeepItOnce() throws Exception {
        var payment = refunds.paid(pay, RefundDriver.FINE);
        pay.advance("2m");
        days(3);
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(IntStream.range(0, 4)
                            .mapToObj(_ -> (Callable<Boolean>) () -> {
                                start.await();
                                ask();
                                return true;
                            })
                            .toList())
                    .forEach(one -> assertThat(one.resultNow()).isTrue());
        }
        assertThat(fees(payment)).hasSize(1);
        assertThat(rows(payment)).isEqualTo(1);
    }

    @Test
    void whatIsNoPaymentOfOursIsKeptAndItsFeeIsNotPostedUntilWeKnowIt() {
        var ours = refunds.paid(pay, RefundDriver.FINE);
        var reference = ours.providerReference().orElseThrow();
        var provider = ours.provider().orElseThrow();
        var day = LocalDate.now(java.time.ZoneOffset.UTC);
        var store = new SettlementStore(db);
        var row = new SettledRow(
                SettledRow.Kind.PAYMENT,
                reference,
                reference,
                Money.pence(3_500),
                Money.pence(55),
                Money.pence(3_445),
                day);
        var kept = within(() -> store.insert(provider, row, null, Instant.now()));
        assertThat(kept).isTrue();
        assertThat(fees(ours)).isEmpty();
        days(FOR_EVER);
        ask();
        ask();
        assertThat(fees(ours)).containsExactly("fund:13 clearing:card 55");
        assertThat(rows(ours)).isEqualTo(1);
    }

    @Test
    void whatTwoAccountsNumberAlikeIsFoundForTheOneThatTookIt() {
        var ours = refunds.paid(pay, RefundDriver.FINE);
        var reference = ours.providerReference().orElseThrow();
        var row = new SettledRow(
                SettledRow.Kind.PAYMENT,
                reference,
                reference,
                Money.pence(3_500),
                Money.pence(55),
                Money.pence(3_445),
                LocalDate.now(java.time.ZoneOffset.UTC));
        within(() -> {
            var store = new SettlementStore(db);
            return store.insert(ours.provider().orElseThrow(), row, null, Instant.now())
                    && store.insert("the-library", row, null, Instant.now());
        });
        ask();
        assertThat(fees(ours)).hasSize(1);
        assertThat(within(() -> db.sql("""
                        select provider
                          from settlements_row
                         where number = :number
                           and payment is null
                        """)
                        .param("number", reference)
                        .query(String.class)
                        .list()))
                .containsExactly("the-library");
    }

    @Test
    void ofTwoWhoSeeWhoseItIsOneSaysSoAndOfNothingElse() {
        var ours = refunds.paid(pay, RefundDriver.FINE);
        var reference = ours.providerReference().orElseThrow();
        var provider = ours.provider().orElseThrow();
        var day = LocalDate.now(java.time.ZoneOffset.UTC);
        var sum = Money.pence(3_500);
        var store = new SettlementStore(db);
        var said = within(() ->
                Objects.requireNonNull(app.getBean(TransactionTemplate.class).execute(status -> {
                    store.insert(
                            provider,
                            new SettledRow(SettledRow.Kind.PAYMENT, reference, reference, sum, Money.ZERO, sum, day),
                            null,
                            Instant.now());
                    store.insert(
                            provider,
                            new SettledRow(
                                    SettledRow.Kind.REFUND,
                                    reference,
                                    reference,
                                    sum.negated(),
                                    Money.ZERO,
                                    sum.negated(),
                                    day),
                            null,
                            Instant.now());
                    var orphan = store.found().stream()
                            .filter(one -> one.number().equals(reference) && one.kind() == SettledRow.Kind.PAYMENT)
                            .findFirst()
                            .orElseThrow();
                    status.setRollbackOnly();
                    return List.of(store.adopt(orphan, ours.id()), store.adopt(orphan, ours.id()));
                })));
        assertThat(said).containsExactly(true, false);
    }

    private List<Unclaimed> unclaimed(String reference) {
        return within(() -> app.getBean(UnclaimedPayments.class).open(null, 200).stream()
                .filter(one -> one.providerReference().equals(reference))
                .toList());
    }

    @Test
    void whatWasPaidOutOfAPaymentThatIsNotOursWaitsForAPersonOnce() {
        var elsewhere = pay.paid(4_200, "The library’s own till");
        pay.advance("2m");
        pay.post("/v1/payments/%s/refunds".formatted(elsewhere), """
                {"amount": 1200, "refund_amount_available": 4200}""");
        days(3);
        ask();
        ask();
        assertThat(unclaimed(elsewhere)).singleElement().satisfies(one -> {
            assertThat(one.paid()).isEqualTo(Money.pence(4_200));
            assertThat(one.wentBack()).isEqualTo(Money.pence(1_200));
            assertThat(one.paidOutOn()).isNotNull();
        });
    }

    @Test
    void atASharedAccountOnlyWhatRefersToOursWaitsForAPerson() {
        var ours = refunds.paid(pay, RefundDriver.FINE);
        var account = ours.provider().orElseThrow();
        var elsewhere = pay.paid(4_200, "The library’s own till");
        ProviderSwitch.shared(app, account, true);
        days(3);
        ask();
        assertThat(unclaimed(elsewhere)).isEmpty();
        var row = new SettledRow(
                SettledRow.Kind.PAYMENT,
                "a-number-we-do-not-know",
                "a-number-we-do-not-know",
                Money.pence(3_500),
                Money.ZERO,
                Money.pence(3_500),
                LocalDate.of(2026, 11, 20),
                ours.reference().value());
        within(() -> {
            app.getBean(PaidOut.class).take(account, row);
            return true;
        });
        ask();
        assertThat(unclaimed("a-number-we-do-not-know")).hasSize(1);
        assertThat(unclaimed(elsewhere)).isEmpty();
        ProviderSwitch.shared(app, account, false);
    }

    @Test
    void whatTurnsOutToBeOursAfterItWasPaidOutWaitsForNobody() {
        var ours = refunds.paid(pay, RefundDriver.FINE);
        var reference = ours.providerReference().orElseThrow();
        within(() -> {
            app.getBean(UnclaimedPayments.class)
                    .met(new Sighting(ours.provider().orElseThrow(), reference, Money.pence(3_500), null, null));
            return true;
        });
        assertThat(unclaimed(reference)).isEmpty();
    }

    @Test
    void theFeeOfAnotherAttemptThatWasPaidAsWellIsPostedToo() {
        var payment = refunds.paid(pay, RefundDriver.FINE);
        var there = pay.paid(3_500, payment.reference().value());
        var journal = within(() -> app.getBean(Receipts.class)
                .accept(new Arrival(
                        new Source("payment-twice", payment.id() + "/" + there),
                        AccountName.clearing("card"),
                        London.dayOf(Instant.now()),
                        "card",
                        "web",
                        "portal",
                        null,
                        List.of(Arrival.Line.unplaced(Money.pence(3_500), "Paid as well.", "Wanted: a fine"))))
                .journal());
        pay.advance("2m");
        days(3);
        ask();
        assertThat(fees(payment)).containsExactly("fund:13 clearing:card 55");
        assertThat(fees(there)).containsExactly("fund:13 clearing:card 55");
        assertThat(rows(payment)).isEqualTo(2);
        assertThat(progress(payment, "en")).contains("Paid to the council");
        assertThat(mvc.get()
                        .uri("/office/receipts/%s-1".formatted(journal.value()))
                        .with(SignedInAs.finance()))
                .bodyText()
                .contains("kept £0.55 as its fee");
    }

    @Test
    void theFeeOfAPaymentThatFailedIsPostedAllTheSame() {
        var payment = refunds.paid(pay, RefundDriver.FINE);
        var number = payment.providerReference().orElseThrow();
        take(
                payment.provider().orElseThrow(),
                new SettledRow(
                        SettledRow.Kind.PAYMENT,
                        number,
                        number,
                        Money.ZERO,
                        Money.pence(20),
                        Money.pence(-20),
                        LocalDate.of(2026, 11, 20)));
        assertThat(fees(payment)).containsExactly("fund:13 clearing:card 20");
    }

    @Test
    void aFeeOfWhichTheCouncilSaysNothingStandsAmongItsFees() {
        var payment = refunds.paid(pay, RefundDriver.FINE);
        take(payment, 55, LocalDate.of(2020, 1, 1));
        assertThat(fees(payment)).containsExactly("fees clearing:card 55");
    }

    @Test
    void theAccountThatBearsTheFeeBearsItWithItsVatAndHasBackWhatIsGivenBack() {
        within(() -> {
            db.sql("update catalogue_fee set vat_code = 'S' where method = 'card'")
                    .update();
            app.publishEvent(new ReferenceDataChanged("catalogue_fee"));
            return true;
        });
        var payment = refunds.paid(pay, RefundDriver.FINE);
        take(payment, 60, LocalDate.of(2026, 11, 20));
        assertThat(booked(payment)).containsExactly("fund:13 clearing:card 60 80000000017 S 10");
        var other = refunds.paid(pay, RefundDriver.FINE);
        take(other, -60, LocalDate.of(2026, 11, 20));
        assertThat(booked(other)).containsExactly("clearing:card fund:13 60 80000000017 S 10");
    }

    private void take(Payment payment, long fee, LocalDate day) {
        var number = payment.providerReference().orElseThrow();
        take(
                payment.provider().orElseThrow(),
                new SettledRow(
                        SettledRow.Kind.PAYMENT,
                        number,
                        number,
                        Money.pence(3_500),
                        Money.pence(fee),
                        Money.pence(3_500 - fee),
                        day));
    }

    private List<String> booked(Payment payment) {
        return within(() -> db.sql("""
                select from_account || ' ' || to_account || ' ' || pence || ' ' || account_number || ' ' || vat_code || ' ' || vat_pence
                  from ledger_postings
                 where source_kind = 'provider-fee'
                   and source_id like :number
                """)
                .param("number", "%/" + payment.providerReference().orElseThrow())
                .query(String.class)
                .list());
    }

    @Test
    void whatAProviderSaysOtherwiseLaterIsNotedOnceAndPostsNothing() {
        var payment = refunds.paid(pay, RefundDriver.FINE);
        var number = payment.providerReference().orElseThrow();
        var provider = payment.provider().orElseThrow();
        for (long fee : new long[] {55, 60, 60}) {
            take(
                    provider,
                    new SettledRow(
                            SettledRow.Kind.PAYMENT,
                            number,
                            number,
                            Money.pence(3_500),
                            Money.pence(fee),
                            Money.pence(3_500 - fee),
                            LocalDate.of(2026, 11, 20)));
        }
        assertThat(fees(payment)).containsExactly("fund:13 clearing:card 55");
        var notes = within(() ->
                db.sql("""
                select count(*) from audit_event where did = 'settlements.differs' and subject like :number
                """).param("number", "%/" + number).query(Long.class).single());
        assertThat(notes).isEqualTo(1);
    }

    private void take(String provider, SettledRow row) {
        within(() -> {
            app.getBean(PaidOut.class).take(provider, row);
            return true;
        });
    }
}
