package localgov.ims.sandbox;

import localgov.ims.sandbox.SimulatedPay.Attempt;
import org.springframework.stereotype.Component;

/// Payers at the simulated GOV.UK Pay and their banks, for whoever plays a demonstration without a browser.
@Component
@DemoOnly
public class SimulatedPayers {
    private static final String EXPIRES = "12/30";
    /// A published test card that pays once and is refused from then on.
    private static final String ONLY_ONCE = "5105105105105100";

    private final SimulatedPay pay;
    private final SimulatedDisputes disputes;
    private final GatewayStore gateways;

    SimulatedPayers(SimulatedPay pay, SimulatedDisputes disputes, GatewayStore gateways) {
        this.pay = pay;
        this.disputes = disputes;
        this.gateways = gateways;
    }

    /// A payer pays what is open.
    public void pay(String payment) {
        pay.find(payment).ifPresent(open -> pay.decide(open, Life.SUCCESS, Attempt.USUAL));
    }

    /// With a card from which nothing more can be taken later.
    public void payOnce(String payment) {
        pay.find(payment).ifPresent(open -> pay.decide(open, Life.SUCCESS, new Attempt(ONLY_ONCE, null, EXPIRES, 0)));
    }

    /// A payer's bank asks for all of what was paid.
    ///
    /// @param status `needs_response`, `under_review`, `won` or `lost`
    public void dispute(String payment, String reason, String status) {
        pay.find(payment).filter(paid -> paid.state() == Life.SUCCESS).ifPresent(paid -> {
            var gateway = gateways.get(paid.gateway());
            disputes.become(gateway, disputes.open(gateway, paid, paid.total(), reason), status);
        });
    }
}
