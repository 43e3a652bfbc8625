package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;

/// A payer makes a plan, agrees, sees it and ends it by the address in an e-mail: in both languages, without script
/// and without signing in.
class AgreementScreensTest extends PayerOfPlans {
    private Agreement agreement() {
        var token = payer.path().substring("/agreements/".length()).replaceAll("/end$", "");
        return PlanDesk.within(() -> app.getBean(AgreementLinks.class)
                .read(token)
                .flatMap(app.getBean(Agreements.class)::find)
                .orElseThrow());
    }

    /// Where the payer sees the plan that has been set up.
    private String setUp() {
        payer.get(WEEKLY).submit(PLAN);
        var path = payer.path();
        payer.submit(Map.of("agreed", "yes"));
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        payer.get(path);
        pay.outcome(first(agreement()), "success");
        return path;
    }

    private String first(Agreement agreement) {
        return PlanDesk.within(() -> desk.payments
                .find(desk.agreements.first(agreement))
                .orElseThrow()
                .providerReference()
                .orElseThrow());
    }

    @Test
    void aPayerSeesEveryDayAndAmountBeforeAgreeing() {
        payer.get("/pay/GW");
        assertThat(text("main a[href=/pay/GW/instalments]")).isEqualTo("Pay in instalments, or every week or month");
        payer.get(WEEKLY).submit(PLAN);
        assertThat(payer.path()).startsWith("/agreements/1.");
        assertThat(text("h1")).isEqualTo("Check the plan");
        assertThat(payer.page().select(".ims-plan__amount").eachText()).containsExactly("£20.00", "£20.00", "£20.01");
        assertThat(text(".ims-bills__total")).isEqualTo("In all £60.01");
        assertThat(text("main")).contains("£60.01 in 3 weekly payments", "GW123456");

        payer.submit(Map.of());
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(".govuk-error-summary a[href=#agreed]")).isEqualTo("Tick the box to say that you agree");
        assertThat(desk.now(agreement()).state()).isEqualTo(AgreementState.PROPOSED);
    }

    @Test
    void aPayerWhoAgreesPaysTheFirstAndSeesTheRestAndEndsItByTheLink() {
        var path = setUp();
        payer.get(path);
        assertThat(text("h1")).isEqualTo("Your payments are set up");
        assertThat(payer.page().select(".ims-plan .govuk-tag").eachText())
                .containsExactly("Paid", "To come", "To come");
        var consent = desk.now(agreement()).standing().consentedAt();
        assertThat(consent).isNotNull();

        payer.get(path + "/end");
        assertThat(text("h1")).isEqualTo("End these payments?");
        assertThat(desk.now(agreement()).state()).isEqualTo(AgreementState.ACTIVE);
        payer.press("End these payments");
        assertThat(text("h1")).isEqualTo("Your payments have ended");
        assertThat(payer.page().select(".ims-plan .govuk-tag").eachText())
                .containsExactly("Paid", "Not taken", "Not taken");
        // The same again is harmless, also from a page that was open.
        payer.get(path + "/end");
        assertThat(payer.path()).isEqualTo(path);
        desk.watch();
        assertThat(pay.get("/v1/agreements/" + agreement().providerAgreement().orElseThrow())
                        .text("/status"))
                .isEqualTo("cancelled");
    }

    @Test
    void aPayerWhoComesBackWithoutPayingGoesOnWithTheSamePayment() {
        payer.get(WEEKLY).submit(PLAN);
        var path = payer.path();
        payer.submit(Map.of("agreed", "yes"));
        payer.get(path);
        assertThat(text("h1")).isEqualTo("We are checking your first payment");
        assertThat(payer.page().select("[data-state]").attr("data-state")).isEqualTo(path + "/state");
        payer.press("Go on and pay £20.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        assertThat(desk.atTheProvider(pay, PlanDesk.within(() -> {
                    payer.get(path);
                    return agreement();
                })))
                .hasSize(1);
    }

    @Test
    void aPayerWhoseCardIsRefusedReadsThatNothingIsSetUp() {
        payer.get(WEEKLY).submit(PLAN);
        var path = payer.path();
        payer.submit(Map.of("agreed", "yes"));
        payer.get(path);
        pay.outcome(first(agreement()), "declined");
        payer.get(path);
        assertThat(text("h1")).isEqualTo("Your payments were not set up");
        assertThat(text("main a[href=/pay/GW/instalments]")).isEqualTo("Make a new plan");
    }

    @Test
    void everythingIsSaidInWelshToWhoeverReadsIt() {
        payer.get("/pay/GW/instalments?lang=cy");
        assertThat(payer.page().select("html").attr("lang")).isEqualTo("cy");
        assertThat(text("h1")).isEqualTo("Gwasgaru’r gost: Gwastraff gardd");
        payer.submit(Map.of());
        assertThat(text(".govuk-error-summary"))
                .contains("Dewiswch sut hoffech chi dalu", "Dewiswch pa mor aml hoffech chi dalu");
        payer.submit(Map.of("kind", "instalments", "every", "week"));
        assertThat(text("main")).contains("Un swm, mewn taliadau wythnosol.");
        payer.submit(Map.of("reference", "GW 123456", "total", "", "times", "3", "email", "x"));
        assertThat(text(".govuk-error-summary")).contains("Rhowch y swm", "Rhowch un cyfeiriad e-bost");
        payer.submit(PLAN);
        assertThat(text("h1")).isEqualTo("Gwiriwch y cynllun");
        assertThat(text("main")).contains("£60.01 mewn 3 taliad wythnosol");
        assertThat(agreement().language().code()).isEqualTo("cy");
    }

    @Test
    void whatWasMissedIsSaidWithAWayToPayIt() {
        var path = setUp();
        payer.get(path);
        pay.post(
                "/v1/agreements/%s/cancel"
                        .formatted(agreement().providerAgreement().orElseThrow()),
                null);
        desk.comesDue(agreement(), 2);
        desk.round();
        payer.get(path);
        assertThat(text(".govuk-inset-text")).contains("£20.00, due on", "was missed and is not tried again");
        assertThat(text(".govuk-inset-text a[href=/pay/GW]")).isEqualTo("Pay it now");
    }

    @Test
    void aFundThatIsNotPaidInPartsOffersNothing() {
        assertThat(payer.get("/pay/11").page().select("a[href=/pay/11/instalments]"))
                .isEmpty();
        assertThat(payer.get("/pay/11/instalments").status()).isEqualTo(404);
    }

    @Test
    void anAccountThatTakesNoLaterPaymentsOffersNothing() {
        PlanDesk.openWithout(app, PayDriver.open(port, "{}"));
        assertThat(payer.get("/pay/GW").page().select("a[href=/pay/GW/instalments]"))
                .isEmpty();
        assertThat(payer.get("/pay/GW/instalments").status()).isEqualTo(404);
    }

    @Test
    void anAddressThatNobodySignedOpensNothing() {
        var path = setUp();
        var other = path.replaceFirst(".$", path.endsWith("A") ? "B" : "A");
        var reference = path.split("\\.")[2];
        assertThat(payer.get("/agreements/" + reference).status()).isEqualTo(404);
        assertThat(payer.get(path.replace(reference, reference.substring(1) + "2"))
                        .status())
                .isEqualTo(404);
        assertThat(payer.get(other.substring(0, other.length() - 2)).status()).isEqualTo(404);
        assertThat(payer.get(path).status()).isEqualTo(200);
    }

    @Test
    void whatIsBeingTakenWhenItIsEndedIsSaid() {
        var path = setUp();
        payer.get(path);
        // The payer's page runs by the real clock, so the day comes to the payment and not the clock to the day.
        desk.comesDue(agreement(), 2);
        pay.fault("lost_reply", "create");
        desk.round();
        payer.get(path + "/end");
        assertThat(text(".govuk-warning-text")).contains("£20.00 is being taken at this moment");
        payer.press("End these payments");
        assertThat(text(".govuk-warning-text")).contains("£20.00 is being taken at this moment");
        desk.later(Duration.ofMinutes(3));
        desk.round();
        assertThat(payer.get(path).page().select(".ims-plan .govuk-tag").eachText())
                .containsExactly("Paid", "Paid", "Not taken");
    }
}
