package localgov.ims.providers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.providers.FormStore.Form;
import localgov.ims.providers.ProviderLine.Replied;
import localgov.ims.providers.ProviderLine.Silence;

/// SmartPay Fuse, Barclaycard's service on CyberSource: the payer's browser posts a signed form to its page, and
/// brings a signed reply back. To start asks the provider nothing, so a payment begins to exist there only when
/// the payer comes. What happened is asked of its REST API by our reference; a reply that came back only says
/// when to ask, and how a payer left who did not pay. What the payer paid twice under one reference is all told.
final class SmartPay implements CardProvider {
    /// Within this time a form is given again; after it a payer waits until the first can no longer be used.
    private static final Duration FORM_AGAIN = Duration.ofMinutes(30);
    /// A signed form is taken for half an hour, and its page is open for a quarter; the rest is for what it
    /// reports.
    private static final Duration FORM_IS_DEAD = Duration.ofMinutes(90);

    private static final Set<Capability> ALWAYS = Set.of(Capability.REFUND);

    private final ProviderAccount account;
    private final SmartPayClient client;
    private final FormStore forms;
    private final KeyBook book;
    private final InstantSource clock;

    SmartPay(ProviderAccount account, SmartPayClient client, FormStore forms, KeyBook book, InstantSource clock) {
        this.account = account;
        this.client = client;
        this.forms = forms;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String code() {
        return account.code();
    }

    @Override
    public boolean pretends() {
        return account.pretends();
    }

    /// It sends everybody back to one address, and everything in its form can be read by whoever opens that.
    @Override
    public boolean keepsTheWayBack() {
        return false;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.copyOf(ALWAYS);
    }

    @Override
    public Started start(PaymentRequest request) {
        for (var needed : request.ways().needed()) {
            if (!can(needed)) {
                return Started.Refused.notOffered(needed);
            }
        }
        if (!request.amount().isPositive() || !request.reference().matches("[A-Za-z0-9-]{1,50}")) {
            return new Started.Refused("invalid", "An amount above nothing and a reference of at most 50 are needed");
        }
        var form = new Form(UUID.randomUUID(), code(), request.reference(), request.amount(), clock.instant());
        forms.begun(form);
        return new Started.ByForm(form.transaction().toString(), signed(form, request));
    }

    private PaymentForm signed(Form form, PaymentRequest request) {
        return SmartPayForm.of(account, form.transaction(), request, clock.instant());
    }

    @Override
    public Optional<PaymentForm> formAgain(String providerReference, PaymentRequest request) {
        return form(providerReference)
                .filter(form -> form.reference().equals(request.reference())
                        && form.pence().equals(request.amount())
                        && clock.instant().isBefore(form.begunAt().plus(FORM_AGAIN)))
                .map(form -> signed(form, request));
    }

    private Optional<Form> form(String providerReference) {
        try {
            return forms.find(code(), UUID.fromString(providerReference));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public Seen look(String providerReference) {
        var form = form(providerReference);
        return form.isEmpty()
                ? new Seen.NotFound()
                : asked(form.get().reference(), all -> known(form.get(), all), Seen.NoAnswer::new);
    }

    @Override
    public Found find(String reference) {
        return asked(
                reference,
                all -> all.isEmpty()
                        ? new Found.These(List.of())
                        : new Found.These(forms.latest(code(), reference)
                                .map(form -> List.of(known(form, all)))
                                .orElse(List.of())),
                Found.NoAnswer::new);
    }

    /// Everything at the provider under a reference.
    private <T> T asked(String reference, Function<List<SmartPayTransaction>, T> answer, Function<String, T> noAnswer) {
        if (!reference.matches("[A-Za-z0-9-]{1,50}")) {
            return answer.apply(List.of());
        }
        var query = Map.<String, Object>of(
                "save",
                false,
                "name",
                "reference",
                "timezone",
                "Europe/London",
                "query",
                "clientReferenceInformation.code:\"%s\"".formatted(reference),
                "offset",
                0,
                "limit",
                100,
                "sort",
                "submitTimeUtc:desc");
        var searched = client.post(account, SmartPayClient.SEARCHES, query);
        book.heard(code(), searched);
        return switch (searched) {
            case Silence(var what) -> noAnswer.apply(what);
            case Replied reply
            when reply.succeeded() -> {
                book.known(code());
                yield SmartPayReading.transactions(reply.body(), reference)
                        .map(answer)
                        .orElseGet(() -> noAnswer.apply("SmartPay Fuse listed payments in a way we cannot read"));
            }
            case Replied reply -> noAnswer.apply(reply.inWords());
        };
    }

    private Seen.Known known(Form form, List<SmartPayTransaction> all) {
        var paid = all.stream().filter(SmartPayTransaction::paid).toList();
        var card = paid.stream().findFirst();
        var back = all.stream()
                .filter(one -> one.givesBack() && one.state() == ProviderState.SUCCESS)
                .toList();
        return new Seen.Known(
                form.transaction().toString(),
                paid.isEmpty() ? unpaid(form, all) : ProviderState.SUCCESS,
                form.reference(),
                form.pence(),
                paid.isEmpty() ? form.pence() : sum(paid),
                card.map(SmartPayTransaction::at).orElse(null),
                card.filter(SmartPayTransaction::transmitted)
                        .map(SmartPayTransaction::at)
                        .map(London::dayOf)
                        .orElse(null),
                null,
                card.map(SmartPayTransaction::cardBrand).orElse(null),
                card.map(SmartPayTransaction::lastFour).orElse(null),
                null,
                paid.isEmpty() ? Money.ZERO : sum(paid).minus(sum(back)),
                null);
    }

    private static Money sum(List<SmartPayTransaction> all) {
        return all.stream().map(SmartPayTransaction::amount).reduce(Money.ZERO, Money::plus);
    }

    /// A card that was refused is no end while the payer may try another on the same page: they leave it with a
    /// reply, or it closes. What the replies say of money is not believed; it waits until the provider's books
    /// have it.
    private ProviderState unpaid(Form form, List<SmartPayTransaction> all) {
        var states = all.stream()
                .filter(one -> !one.givesBack())
                .map(SmartPayTransaction::state)
                .toList();
        for (var waiting : List.of(ProviderState.SUBMITTED, ProviderState.CAPTURABLE, ProviderState.UNKNOWN)) {
            if (states.contains(waiting)) {
                return waiting;
            }
        }
        var told = forms.decisions(form.transaction());
        if (told.contains(SmartPayReply.Decision.ACCEPT) || told.contains(SmartPayReply.Decision.REVIEW)) {
            return ProviderState.SUBMITTED;
        }
        boolean over = clock.instant().isAfter(form.begunAt().plus(FORM_IS_DEAD));
        if (!told.isEmpty()) {
            return left(told.getLast());
        }
        if (!states.isEmpty()) {
            return over ? states.getLast() : ProviderState.STARTED;
        }
        return over ? ProviderState.EXPIRED : ProviderState.CREATED;
    }

    private static ProviderState left(SmartPayReply.Decision told) {
        return switch (told) {
            case CANCEL -> ProviderState.CANCELLED_BY_PAYER;
            case DECLINE -> ProviderState.DECLINED;
            case ERROR -> ProviderState.ERROR;
            case ACCEPT, REVIEW -> ProviderState.SUBMITTED;
            case UNKNOWN -> ProviderState.UNKNOWN;
        };
    }

    /// A form cannot be called back; it dies by itself.
    @Override
    public Cancelled cancel(String providerReference) {
        return new Cancelled.NotOffered();
    }

    /// The provider has no guard of its own: what can still be given back is read first, and whoever asks makes
    /// sure that nobody else does meanwhile.
    @Override
    public Refunding refund(RefundRequest request) {
        var form = form(request.providerReference());
        if (form.isEmpty()) {
            return new Refunding.Refused("not-found", "There is no such payment in this account");
        }
        return asked(form.get().reference(), all -> refund(request, form.get(), all), Refunding.NoAnswer::new);
    }

    private Refunding refund(RefundRequest request, Form form, List<SmartPayTransaction> all) {
        var refundable = known(form, all).refundable();
        if (!refundable.equals(request.expectedRefundable())) {
            return new Refunding.Refused("changed", "%s can be given back now".formatted(refundable));
        }
        if (!request.amount().isPositive() || request.amount().isMoreThan(refundable)) {
            return new Refunding.Refused("too-much", "%s can be given back".formatted(refundable));
        }
        return all.stream()
                .filter(one -> one.paid() && !request.amount().isMoreThan(one.amount()))
                .findFirst()
                .map(one -> refund(request, form, one))
                .orElseGet(() -> new Refunding.Refused(
                        "parted", "It was paid in several parts: give each of them back by itself"));
    }

    private Refunding refund(RefundRequest request, Form form, SmartPayTransaction paid) {
        var content = Map.<String, Object>of(
                "clientReferenceInformation", Map.of("code", form.reference()),
                "orderInformation",
                        Map.of(
                                "amountDetails",
                                Map.of(
                                        "totalAmount",
                                        request.amount().inPounds().toPlainString(),
                                        "currency",
                                        "GBP")));
        return switch (client.post(account, "/pts/v2/payments/%s/refunds".formatted(paid.number()), content)) {
            case Silence(var what) -> new Refunding.NoAnswer(what);
            case Replied reply
            when reply.succeeded() ->
                SmartPayReading.refund(reply.body())
                        .<Refunding>map(Refunding.Asked::new)
                        .orElseGet(() ->
                                new Refunding.NoAnswer("SmartPay Fuse described a refund in a way we cannot read"));
            case Replied reply
            when reply.certainlyDidNothing() -> {
                var refusal = SmartPayReading.refusal(reply);
                yield new Refunding.Refused(refusal.code(), refusal.detail());
            }
            case Replied reply -> new Refunding.NoAnswer(reply.inWords());
        };
    }

    @Override
    public Refunds refunds(String providerReference) {
        var form = form(providerReference);
        return form.isEmpty()
                ? new Refunds.NotFound()
                : asked(
                        form.get().reference(),
                        all -> new Refunds.These(all.stream()
                                .filter(SmartPayTransaction::givesBack)
                                .map(SmartPay::refund)
                                .toList()),
                        Refunds.NoAnswer::new);
    }

    private static ProviderRefund refund(SmartPayTransaction one) {
        var state = switch (one.state()) {
            case SUCCESS -> one.transmitted() ? ProviderRefund.State.SUCCESS : ProviderRefund.State.SUBMITTED;
            case DECLINED, ERROR, FAILED -> ProviderRefund.State.ERROR;
            default -> ProviderRefund.State.UNKNOWN;
        };
        return new ProviderRefund(one.number(), one.amount(), state, one.at());
    }
}
