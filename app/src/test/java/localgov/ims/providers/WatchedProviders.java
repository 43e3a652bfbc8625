package localgov.ims.providers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The real providers, with somebody told before and after every question: who may stop the world at that point.
public final class WatchedProviders extends Providers {
    private final Providers real;
    private final Runnable atEachStep;
    private boolean realMoney;

    public WatchedProviders(Providers real, Runnable atEachStep) {
        super(null, null, null, null, null, null, null); // nothing of it is used
        this.real = real;
        this.atEachStep = atEachStep;
    }

    @Override
    public Destination destination(Collection<String> funds) {
        return real.destination(funds) instanceof Destination.One(var provider)
                ? new Destination.One(new Watched(provider))
                : real.destination(funds);
    }

    /// From now on it is as if the council had a live account, and this were no demonstration.
    public void takeRealMoney() {
        realMoney = true;
    }

    @Override
    public boolean isRealMoneyTaken() {
        return realMoney || real.isRealMoneyTaken();
    }

    @Override
    public Optional<Bounds> bounds(Collection<String> funds) {
        return real.bounds(funds);
    }

    @Override
    public Optional<CardProvider> card(String code) {
        return real.card(code).map(Watched::new);
    }

    @Override
    public ProviderNews hearGovukPay(byte[] body, @Nullable String signature) {
        return real.hearGovukPay(body, signature);
    }

    @Override
    public ProviderNews hearSmartPay(Map<String, String> fields) {
        return real.hearSmartPay(fields);
    }

    @Override
    public void shutOut(String code, String why, @Nullable Capability lacking) {
        real.shutOut(code, why, lacking);
    }

    @Override
    public void letIn(String code, Set<Capability> with) {
        real.letIn(code, with);
    }

    @Override
    public List<String> codes() {
        return real.codes();
    }

    private final class Watched implements CardProvider {
        private final CardProvider real;

        Watched(CardProvider real) {
            this.real = real;
        }

        private <T> T step(java.util.function.Supplier<T> question) {
            atEachStep.run();
            var answer = question.get();
            atEachStep.run();
            return answer;
        }

        @Override
        public String code() {
            return real.code();
        }

        @Override
        public boolean pretends() {
            return real.pretends();
        }

        @Override
        public boolean keepsTheWayBack() {
            return real.keepsTheWayBack();
        }

        @Override
        public Set<Capability> capabilities() {
            return real.capabilities();
        }

        @Override
        public Started start(PaymentRequest request) {
            return step(() -> real.start(request));
        }

        @Override
        public Optional<PaymentForm> formAgain(String providerReference, PaymentRequest request) {
            return real.formAgain(providerReference, request);
        }

        @Override
        public Seen look(String providerReference) {
            return step(() -> real.look(providerReference));
        }

        @Override
        public Found find(String reference) {
            return step(() -> real.find(reference));
        }

        @Override
        public Cancelled cancel(String providerReference) {
            return step(() -> real.cancel(providerReference));
        }

        @Override
        public Refunding refund(RefundRequest request) {
            return step(() -> real.refund(request));
        }

        @Override
        public Listed<String> paid(java.time.Instant from, java.time.Instant to) {
            return step(() -> real.paid(from, to));
        }

        @Override
        public Listed<Dispute> disputes(LocalDate from, LocalDate to) {
            return step(() -> real.disputes(from, to));
        }

        @Override
        public Listed<SettledRow> settled(LocalDate from, LocalDate to) {
            return step(() -> real.settled(from, to));
        }

        @Override
        public Refunds refunds(String providerReference) {
            return step(() -> real.refunds(providerReference));
        }

        @Override
        public Listed<RefundMade> refundsMade(java.time.LocalDate from, java.time.LocalDate to) {
            return step(() -> real.refundsMade(from, to));
        }

        @Override
        public Agreeing agree(AgreementRequest request) {
            return step(() -> real.agree(request));
        }

        @Override
        public AgreementSeen agreement(String agreement) {
            return step(() -> real.agreement(agreement));
        }

        @Override
        public Cancelled endAgreement(String agreement) {
            return step(() -> real.endAgreement(agreement));
        }

        @Override
        public Collected collect(CollectionRequest request) {
            return step(() -> real.collect(request));
        }

        @Override
        public boolean mayTryAgain(String providerReference) {
            return step(() -> real.mayTryAgain(providerReference));
        }
    }
}
