package localgov.ims.demo;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import localgov.ims.accounts.Account;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.agreements.DemoAgreements;
import localgov.ims.agreements.DemoAgreements.Kind;
import localgov.ims.catalogue.Channel;
import localgov.ims.disputes.DemoDisputes;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.sandbox.SimulatedPayers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// What became of card payments before the demonstration begins: bills that are spread, one of them with a payment
/// that was missed, and payments that a bank disputes. All of it goes through the doors of payers and of the
/// simulated provider.
@Component
@ConditionalOnBooleanProperty("ims.demo")
class DemoCards {
    private static final String COUNCIL_TAX = "23";
    private static final String RATES = "24";
    private static final String RENT = "5";
    private static final String ENGLISH = "en";
    /// The first holders of a fund stand in guides, where nothing should have happened to them yet.
    private static final int IN_GUIDES = 40;

    private static final int TRIES = 20;

    private final DemoAccounts accounts;
    private final DemoAgreements plans;
    private final DemoDisputes disputes;
    private final Payments payments;
    private final SimulatedPayers payers;

    DemoCards(
            DemoAccounts accounts,
            DemoAgreements plans,
            DemoDisputes disputes,
            Payments payments,
            SimulatedPayers payers) {
        this.accounts = accounts;
        this.plans = plans;
        this.disputes = disputes;
        this.payments = payments;
        this.payers = payers;
    }

    /// @param here where this application is
    void play(int holdersInEachFund, URI here) {
        var holders = accounts.all(holdersInEachFund).toList();
        spread(holders, COUNCIL_TAX, Kind.INSTALMENTS, here, true);
        spread(holders, RATES, Kind.BEGUN, here, false);
        spread(holders, RENT, Kind.RECURRING, here, true);
        disputed(holders, Money.pounds(145, 20), "fraudulent", "needs_response", here);
        disputed(holders, Money.pounds(88, 75), "duplicate", "lost", here);
        disputes.look();
    }

    /// @param goesOn whether the card pays what comes due later
    private void spread(List<Account> holders, String fund, Kind kind, URI here, boolean goesOn) {
        first(holders, fund, holder -> plans.agree(kind, fund, holder.number(), here))
                .ifPresent(first -> {
                    var reference = first.providerReference().orElseThrow();
                    if (goesOn) {
                        payers.pay(reference);
                    } else {
                        payers.payOnce(reference);
                    }
                    plans.followed(first);
                });
    }

    private void disputed(List<Account> holders, Money amount, String reason, String status, URI here) {
        first(holders, COUNCIL_TAX, holder -> begin(holder, amount, here)).ifPresent(payment -> {
            var reference = payment.providerReference().orElseThrow();
            payers.pay(reference);
            payments.settle(payment.id());
            payers.dispute(reference, reason, status);
        });
    }

    private Optional<Payment> begin(Account holder, Money amount, URI here) {
        var line = new Basket.Line(holder.fund(), holder.number(), amount, null);
        var asking = Asking.anew("portal", Channel.PORTAL.code());
        return payments.create(Basket.of(List.of(line)), asking) instanceof Created.New(var made)
                        && payments.start(made.id(), new Visit(here, ENGLISH))
                                instanceof Going.ToProvider(var payment, var _)
                ? Optional.of(payment)
                : Optional.empty();
    }

    /// Some accounts are stopped; the next one is tried then.
    private static Optional<Payment> first(
            List<Account> holders, String fund, Function<Account, Optional<Payment>> payer) {
        return holders.stream()
                .filter(holder -> holder.fund().equals(fund) && !holder.stopped())
                .skip(IN_GUIDES)
                .limit(TRIES)
                .flatMap(holder -> payer.apply(holder).stream())
                .findFirst();
    }
}
