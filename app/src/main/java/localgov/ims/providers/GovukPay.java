package localgov.ims.providers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import localgov.ims.providers.ProviderLine.Replied;
import localgov.ims.providers.ProviderLine.Silence;

/// GOV.UK Pay's public API, version 1, for payments on its own page. It knows an idempotency key only for
/// recurring payments, so a start without an answer is found again by its reference, never repeated.
final class GovukPay implements CardProvider {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// What every account of it can do. The others are for accounts for which it was agreed with GOV.UK Pay.
    private static final Set<Capability> ALWAYS = Set.of(
            Capability.REFUND,
            Capability.CANCEL,
            Capability.DELAYED_CAPTURE,
            Capability.DISPUTES,
            Capability.SETTLEMENT_SEARCH,
            Capability.WELSH_PAGE);

    private final ProviderAccount account;
    private final GovukPayClient client;
    private final GovukPayKeys keys;
    private final KeyBook book;
    private final GovukPayAgreements agreements;

    /// @param formerKeys the latest first
    GovukPay(ProviderAccount account, List<Secret> formerKeys, GovukPayClient client, KeyBook book) {
        this.account = account;
        this.client = client;
        this.book = book;
        this.keys = new GovukPayKeys(account, formerKeys, client, book);
        this.agreements = new GovukPayAgreements(keys);
    }

    @Override
    public String code() {
        return account.code();
    }

    /// A live key begins with `api_live_`; any other pretends.
    @Override
    public boolean pretends() {
        return account.pretends();
    }

    @Override
    public Set<Capability> capabilities() {
        var all = EnumSet.copyOf(ALWAYS);
        all.addAll(account.also());
        return all;
    }

    @Override
    public Started start(PaymentRequest request) {
        for (var needed : request.ways().needed()) {
            if (!can(needed)) {
                return Started.Refused.notOffered(needed);
            }
        }
        var headers = Map.of("Idempotency-Key", request.idempotencyKey());
        return switch (client.postPatiently(account, "/v1/payments", body(request), headers)) {
            case Silence(var what) -> new Started.NoAnswer(what);
            case Replied reply when reply.succeeded() -> GovukPayReading.started(reply.body());
            case Replied reply when reply.isTooBusy() -> new Started.TooBusy();
            case Replied reply
            when GovukPayReading.shutsUsOut(reply) -> {
                var refusal = GovukPayReading.refusal(reply);
                yield new Started.ShutOut(refusal.code(), GovukPayReading.lacking(refusal));
            }
            case Replied reply
            when reply.certainlyDidNothing() -> {
                var refusal = GovukPayReading.refusal(reply);
                yield new Started.Refused(refusal.code(), refusal.detail());
            }
            case Replied reply -> new Started.NoAnswer(reply.inWords());
        };
    }

    private static Map<String, Object> body(PaymentRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("amount", request.amount().pence());
        body.put("reference", request.reference());
        body.put("description", request.description());
        body.put("return_url", request.returnUrl());
        body.put("language", request.language());
        if (request.payer().email() != null) {
            body.put("email", request.payer().email());
        }
        var prefilled = prefilled(request.payer());
        if (!prefilled.isEmpty()) {
            body.put("prefilled_cardholder_details", prefilled);
        }
        if (!request.metadata().isEmpty()) {
            body.put("metadata", request.metadata());
        }
        var ways = request.ways();
        if (ways.collectLater()) {
            body.put("delayed_capture", true);
        }
        if (ways.byTelephone()) {
            body.put("moto", true);
        }
        if (ways.settingUp() != null) {
            body.put("set_up_agreement", ways.settingUp());
        }
        return body;
    }

    /// Filled in on its page, for the payer to change.
    private static Map<String, Object> prefilled(Cardholder payer) {
        var details = new LinkedHashMap<String, Object>();
        if (payer.name() != null) {
            details.put("cardholder_name", payer.name());
        }
        if (payer.address() != null && payer.postcode() != null) {
            details.put(
                    "billing_address", Map.of("line1", payer.address(), "postcode", payer.postcode(), "country", "GB"));
        }
        return details;
    }

    @Override
    public Seen look(String providerReference) {
        if (!ID.matcher(providerReference).matches()) {
            return new Seen.NotFound();
        }
        return switch (keys.asked(by -> client.get(by, payment(providerReference)))) {
            case Silence(var what) -> new Seen.NoAnswer(what);
            case Replied reply
            when reply.status() == 200 ->
                GovukPayReading.payment(reply.body())
                        .filter(known -> known.providerReference().equals(providerReference))
                        .<Seen>map(known -> known)
                        .orElseGet(() -> new Seen.NoAnswer("GOV.UK Pay described a payment in a way we cannot read"));
            case Replied reply when reply.status() == 404 -> new Seen.NotFound();
            case Replied reply -> new Seen.NoAnswer(reply.inWords());
        };
    }

    @Override
    public Found find(String reference) {
        var present = find(account, reference, book);
        for (var key : keys.former()) {
            if (present instanceof Found.These(var found) && !found.isEmpty()) {
                return present;
            }
            var former = find(account.with(key), reference, KeyBook.NONE);
            if (former instanceof Found.These(var found) && !found.isEmpty()) {
                return former;
            }
        }
        return present;
    }

    private Found find(ProviderAccount by, String reference, KeyBook heard) {
        var query = "?display_size=20&reference=" + URLEncoder.encode(reference, StandardCharsets.UTF_8);
        var reply = client.get(by, "/v1/payments" + query);
        heard.heard(by.code(), reply);
        return switch (reply) {
            case Silence(var what) -> new Found.NoAnswer(what);
            case Replied replied
            when replied.status() == 200 ->
                GovukPayReading.payments(replied.body(), reference)
                        .<Found>map(Found.These::new)
                        .orElseGet(() -> new Found.NoAnswer("GOV.UK Pay listed payments in a way we cannot read"));
            case Replied replied -> new Found.NoAnswer(replied.inWords());
        };
    }

    @Override
    public Cancelled cancel(String providerReference) {
        if (!ID.matcher(providerReference).matches()) {
            return new Cancelled.NotFound();
        }
        return switch (keys.asked(by -> client.post(by, payment(providerReference) + "/cancel", null, Map.of()))) {
            case Silence(var what) -> new Cancelled.NoAnswer(what);
            case Replied reply when reply.succeeded() -> new Cancelled.Done();
            case Replied reply when reply.status() == 400 -> new Cancelled.TooLate();
            case Replied reply when reply.status() == 404 -> new Cancelled.NotFound();
            case Replied reply -> new Cancelled.NoAnswer(reply.inWords());
        };
    }

    @Override
    public Refunding refund(RefundRequest request) {
        if (!ID.matcher(request.providerReference()).matches()) {
            return new Refunding.Refused("P0600", "Not found");
        }
        var body = Map.<String, Object>of(
                "amount", request.amount().pence(),
                "refund_amount_available", request.expectedRefundable().pence());
        return switch (keys.asked(
                by -> client.post(by, payment(request.providerReference()) + "/refunds", body, Map.of()))) {
            case Silence(var what) -> new Refunding.NoAnswer(what);
            case Replied reply
            when reply.succeeded() ->
                GovukPayReading.refund(reply.body())
                        .<Refunding>map(Refunding.Asked::new)
                        .orElseGet(
                                () -> new Refunding.NoAnswer("GOV.UK Pay described a refund in a way we cannot read"));
            case Replied reply
            when reply.certainlyDidNothing() -> {
                var refusal = GovukPayReading.refusal(reply);
                yield new Refunding.Refused(refusal.code(), refusal.detail());
            }
            case Replied reply -> new Refunding.NoAnswer(reply.inWords());
        };
    }

    @Override
    public Refunds refunds(String providerReference) {
        if (!ID.matcher(providerReference).matches()) {
            return new Refunds.NotFound();
        }
        return switch (keys.asked(by -> client.get(by, payment(providerReference) + "/refunds"))) {
            case Silence(var what) -> new Refunds.NoAnswer(what);
            case Replied reply
            when reply.status() == 200 ->
                GovukPayReading.refunds(reply.body())
                        .<Refunds>map(Refunds.These::new)
                        .orElseGet(() -> new Refunds.NoAnswer("GOV.UK Pay listed refunds in a way we cannot read"));
            case Replied reply when reply.status() == 404 -> new Refunds.NotFound();
            case Replied reply -> new Refunds.NoAnswer(reply.inWords());
        };
    }

    @Override
    public Captured capture(String providerReference) {
        if (!ID.matcher(providerReference).matches()) {
            return new Captured.NotFound();
        }
        return switch (keys.asked(by -> client.post(by, payment(providerReference) + "/capture", null, Map.of()))) {
            case Silence(var what) -> new Captured.NoAnswer(what);
            case Replied reply when reply.succeeded() -> new Captured.Done();
            case Replied reply when reply.status() == 400 || reply.status() == 409 -> new Captured.NotWaiting();
            case Replied reply when reply.status() == 404 -> new Captured.NotFound();
            case Replied reply -> new Captured.NoAnswer(reply.inWords());
        };
    }

    @Override
    public Agreeing agree(AgreementRequest request) {
        return can(Capability.AGREEMENTS) ? agreements.agree(request) : new Agreeing.NotOffered();
    }

    @Override
    public AgreementSeen agreement(String agreement) {
        return can(Capability.AGREEMENTS) ? agreements.look(agreement) : new AgreementSeen.NotOffered();
    }

    @Override
    public Cancelled endAgreement(String agreement) {
        return can(Capability.AGREEMENTS) ? agreements.end(agreement) : new Cancelled.NotOffered();
    }

    @Override
    public Collected collect(CollectionRequest request) {
        return can(Capability.AGREEMENTS) ? agreements.collect(request) : new Collected.NotOffered();
    }

    @Override
    public boolean mayTryAgain(String providerReference) {
        return !ID.matcher(providerReference).matches()
                || !(keys.asked(by -> client.get(by, payment(providerReference))) instanceof Replied reply)
                || reply.status() != 200
                || GovukPayReading.mayTryAgain(reply.body());
    }

    @Override
    public Listed<Dispute> disputes(LocalDate from, LocalDate to) {
        return new GovukPayReports(keys).disputes(from, to);
    }

    @Override
    public Listed<String> paid(Instant from, Instant to) {
        return new GovukPayReports(keys).paid(from, to);
    }

    @Override
    public Listed<RefundMade> refundsMade(LocalDate from, LocalDate to) {
        return new GovukPayReports(keys).refundsMade(from, to);
    }

    @Override
    public Listed<SettledRow> settled(LocalDate from, LocalDate to) {
        return new GovukPayReports(keys).settled(from, to);
    }

    private static String payment(String providerReference) {
        return "/v1/payments/" + providerReference;
    }
}
