package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.messages.Email;
import localgov.ims.messages.Sent;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What whoever agreed is told: once, in their language, at their address, and nothing that is secret.
@OnAPort
class AgreementMailsTest {
    private static final Duration WEEK = Duration.ofDays(7).plusHours(12);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private PayDriver pay;
    private PlanDesk desk;
    private Instant begun;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{\"recurring\": true}");
        PlanDesk.open(app, pay);
        desk = new PlanDesk(app);
        begun = Instant.now();
    }

    @AfterEach
    void theLawsHold() {
        desk.endAll();
        assertThat(desk.brokenLaws(app)).isEmpty();
    }

    private List<Email> sent() {
        return PlanDesk.within(() -> Sent.about(app, Telling.ABOUT, begun));
    }

    private List<String> subjects() {
        return sent().stream().map(Email::subject).toList();
    }

    private Agreement proposed(Language language) {
        return desk.proposed(AgreementKind.INSTALMENTS, Every.WEEK, 6_001, 3, language);
    }

    /// The second payment is announced and taken; the third is refused three times and missed.
    private Agreement wholeLife(Language language) {
        var agreement = desk.active(pay, proposed(language));
        desk.later(Duration.ofDays(5));
        desk.round();
        desk.round();
        desk.later(Duration.ofDays(2).plusHours(12));
        desk.round();
        for (var wait : List.of(Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(4))) {
            pay.fault("agreement_declines", "create");
            desk.later(wait);
            desk.round();
            desk.round();
        }
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "MISSED");
        return agreement;
    }

    private String day(Agreement agreement, int number, Language language) {
        var due = PlanDesk.within(() -> desk.instalments.find(agreement.id(), number))
                .orElseThrow()
                .dueOn();
        return app.getBean(WordBook.class).in(language).date(due);
    }

    @Test
    void eachThingThatHappensIsToldOnceInEnglish() {
        var agreement = wholeLife(Language.ENGLISH);
        assertThat(subjects())
                .containsExactly(
                        "Your payments are set up: Garden waste",
                        "£20.00 will be taken from your card on " + day(agreement, 2, Language.ENGLISH),
                        "Payment of £20.00 received",
                        "Your payment of £20.01 did not go through",
                        "Your payment of £20.01 did not go through",
                        "Your payment of £20.01 was missed",
                        "Your payment plan has ended: Garden waste");
        assertThat(sent())
                .allSatisfy(email -> assertThat(PlanDesk.within(() -> Sent.unfilled(app, email)))
                        .isEmpty());
        var texts = sent().stream().map(Email::text).toList();
        assertThat(texts.get(0))
                .contains(day(agreement, 2, Language.ENGLISH) + ": £20.00")
                .contains(day(agreement, 3, Language.ENGLISH) + ": £20.01");
        assertThat(texts.get(2)).contains("We have taken £20.00 from your card, as you agreed");
        assertThat(texts.get(3)).contains("Your card was refused", "we try again on");
        assertThat(texts.get(5)).contains("do not try again. Please pay it another way");
        assertThat(texts.get(6)).contains("At least one payment was missed");
    }

    @Test
    void eachThingThatHappensIsToldInWelshToWhoeverReadsIt() {
        var agreement = wholeLife(Language.WELSH);
        assertThat(subjects())
                .containsExactly(
                        "Mae eich taliadau wedi’u trefnu: Gwastraff gardd",
                        "Cymerir £20.00 o’ch cerdyn ar " + day(agreement, 2, Language.WELSH),
                        "Taliad o £20.00 wedi’i dderbyn",
                        "Nid aeth eich taliad o £20.01 drwodd",
                        "Nid aeth eich taliad o £20.01 drwodd",
                        "Methwyd eich taliad o £20.01",
                        "Mae eich cynllun talu wedi dod i ben: Gwastraff gardd");
        assertThat(sent()).extracting(Email::language).containsOnly(Language.WELSH);
        assertThat(sent())
                .allSatisfy(email -> assertThat(email.text()
                                .lines()
                                .filter(line -> !line.startsWith("http"))
                                .toList())
                        .noneMatch(line -> line.matches("(?i).*\\b(payments?|card|you|your)\\b.*")));
    }

    @Test
    void theReceiptOfWhatWasTakenIsInItsEmail() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        desk.round();
        var second =
                PlanDesk.within(() -> desk.agreements.payments(agreement, 2)).getFirst();
        assertThat(sent().getLast().text())
                .contains("Your receipt is " + second.reference().grouped())
                .contains("/payments/" + second.reference());
    }

    @Test
    void allPaymentsMadeIsSaidAsTheEnd() {
        desk.active(pay);
        desk.later(WEEK);
        desk.round();
        desk.later(WEEK);
        desk.round();
        assertThat(subjects()).endsWith("Payment of £20.01 received", "Your payments are complete: Garden waste");
        assertThat(sent().getLast().text())
                .contains("All payments have been made")
                .doesNotContain("/agreements/");
    }

    @Test
    void everyEmailGoesToWhoeverAgreedAndNothingInItIsSecret() {
        var agreement = wholeLife(Language.ENGLISH);
        desk.cancel(desk.active(pay));
        var told = sent();
        assertThat(told).hasSizeGreaterThan(8);
        assertThat(told).extracting(Email::to).containsOnly("cy@example.com");
        assertThat(told).extracting(Email::concerns).contains(agreement.subject());
        for (var email : told) {
            assertThat(email.subject() + email.text())
                    .doesNotContain(agreement.id().toString())
                    .doesNotContain(agreement.providerAgreement().orElseThrow())
                    .doesNotContain(pay.key)
                    .doesNotContain(pay.account)
                    .doesNotContain("4242")
                    .doesNotContain("cy@example.com");
            assertThat(email.toString()).isEqualTo("Email[agreements.news]");
        }
    }

    @Test
    void whileItRunsEveryEmailHasTheLinkThatEndsIt() {
        var agreement = desk.active(pay);
        desk.later(Duration.ofDays(5));
        desk.round();
        for (var email : sent()) {
            assertThat(opens(email)).isEqualTo(agreement.reference());
            assertThat(email.text()).contains("See these payments, or end them, at any time:");
        }
        desk.cancel(agreement);
        assertThat(sent().getLast().subject()).isEqualTo("Your payments have ended: Garden waste");
        assertThat(sent().getLast().text())
                .contains("We take nothing more from your card.", "may still be owed")
                .doesNotContain("/agreements/");
    }

    /// Which agreement the address in it opens.
    private PublicReference opens(Email email) {
        var address = email.text()
                .lines()
                .filter(line -> line.contains("/agreements/"))
                .findFirst()
                .orElseThrow();
        var token = address.substring(address.indexOf("/agreements/") + "/agreements/".length());
        return PlanDesk.within(() -> app.getBean(AgreementLinks.class).read(token))
                .orElseThrow();
    }

    @Test
    void aPaymentThatComesIsAnnouncedOnceByTwoAndNotAfterItsDayHasBegun() throws Exception {
        var agreement = desk.active(pay);
        var other = new PlanDesk(app);
        desk.later(Duration.ofDays(5));
        other.later(Duration.ofDays(5));
        try (var four = Executors.newFixedThreadPool(4)) {
            var rounds = four.invokeAll(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        (i % 2 == 0 ? desk : other).round();
                        return true;
                    })
                    .toList());
            for (var round : rounds) {
                round.get();
            }
        }
        var announced = sent().stream()
                .filter(email -> email.subject().startsWith("£20.00 will be taken"))
                .toList();
        assertThat(announced).hasSize(1);
        var due =
                PlanDesk.within(() -> desk.instalments.find(agreement.id(), 2)).orElseThrow();
        assertThat(announced.getFirst().until()).isEqualTo(London.startOf(due.dueOn()));
        assertThat(announced.getFirst().text())
                .contains("On %s we take £20.00".formatted(day(agreement, 2, Language.ENGLISH)));
    }

    @Test
    void aPlanThatAColleagueMadeIsSentToThePayerAndSaysNothingOfTheColleague() {
        var terms = new Terms(AgreementKind.INSTALMENTS, Every.WEEK, Money.pence(6_001), 3, 1, null);
        var agreement = PlanDesk.within(() -> desk.agreements.propose(new Agreements.Proposal(
                PlanDesk.FUND, PlanDesk.ACCOUNT, terms, "cy@example.org", Language.ENGLISH, "ann@demo.example")));
        assertThat(sent()).hasSize(1);
        var email = sent().getFirst();
        assertThat(email.to()).isEqualTo("cy@example.org");
        assertThat(email.subject()).isEqualTo("A payment plan for you: Garden waste");
        assertThat(email.text()).contains("Nothing is taken before you do.").doesNotContain("ann");
        assertThat(opens(email)).isEqualTo(agreement.reference());
    }

    @Test
    void aPayerWhoMakesAPlanAndDoesNotAgreeIsToldNothing() {
        var agreement = desk.proposed();
        desk.cancel(agreement);
        assertThat(sent()).isEmpty();
    }

    @Test
    void whatTheProviderEndedIsToldOnce() {
        var agreement = desk.active(pay);
        pay.post(
                "/v1/agreements/%s/cancel"
                        .formatted(agreement.providerAgreement().orElseThrow()),
                null);
        desk.watch();
        desk.watch();
        assertThat(subjects())
                .containsExactly(
                        "Your payments are set up: Garden waste", "Your payments have been stopped: Garden waste");
        assertThat(sent().getLast().text()).contains("perhaps because the card was replaced", "may still be owed");
    }

    @Test
    void aCardThatWillBeTooOldIsToldOnceByTwo() throws Exception {
        var agreement =
                desk.active(pay, desk.proposed(AgreementKind.RECURRING, Every.MONTH, 1_500, null, Language.ENGLISH));
        desk.watch();
        var lastDay =
                Watching.lastDay(desk.now(agreement).standing().cardExpires()).orElseThrow();
        var other = new PlanDesk(app);
        for (var one : List.of(desk, other)) {
            one.later(Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(one.today(), lastDay) - 20));
        }
        try (var two = Executors.newFixedThreadPool(2)) {
            var looks = two.invokeAll(List.of(desk, other).stream()
                    .<Callable<Boolean>>map(one -> () -> PlanDesk.within(() -> {
                        one.watching.step(agreement.id());
                        return true;
                    }))
                    .toList());
            for (var look : looks) {
                look.get();
            }
        }
        assertThat(subjects())
                .containsExactly("Your payments are set up: Garden waste", "Your card runs out soon: Garden waste");
        assertThat(sent().getLast().text())
                .contains(app.getBean(WordBook.class).in(Language.ENGLISH).date(lastDay));
    }
}
