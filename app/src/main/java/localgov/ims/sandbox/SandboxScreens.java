package localgov.ims.sandbox;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Frames;
import localgov.ims.platform.pages.Page;
import localgov.ims.sandbox.pages.IndexPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What the simulators hold, for somebody who is trying things out.
@Controller
@DemoOnly
class SandboxScreens {
    private static final int LATEST = 50;
    private static final List<String> CONTROLS = List.of(
            "POST /sandbox/govuk-pay/accounts {live?, moto?, moto_api?, recurring?, linked?, disabled?, zero_amount?, profile?, webhook_url?}",
            "POST /sandbox/govuk-pay/payments/{payment_id}/outcome {outcome, surcharge?}",
            "POST /sandbox/govuk-pay/clock {advance}",
            "POST /sandbox/govuk-pay/faults {fault, times?, on?}",
            "GET /sandbox/govuk-pay/faults",
            "POST /sandbox/smartpay/accounts",
            "POST /sandbox/smartpay/payments/{transaction_uuid}/outcome {outcome}",
            "GET /sandbox/outbox",
            "GET /sandbox/webhooks",
            "GET /sandbox/webhooks/heard");

    private final SimulatedPay pay;
    private final PaymentStore payments;
    private final SandboxClock clock;
    private final Templates templates;
    private final Frames frames;

    SandboxScreens(SimulatedPay pay, PaymentStore payments, SandboxClock clock, Templates templates, Frames frames) {
        this.pay = pay;
        this.payments = payments;
        this.clock = clock;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/sandbox")
    Page index(HttpServletRequest request) {
        pay.catchUp();
        var rows = payments.latest(LATEST).stream()
                .map(payment -> new IndexPage.Row(
                        payment.reference(),
                        payment.description(),
                        payment.state().status(),
                        payment.createdAt(),
                        Money.pence(payment.total())))
                .toList();
        return Page.of(templates.sandboxIndex(new IndexPage(clock.now(), rows, CONTROLS), frames.portal(request)));
    }
}
