package localgov.ims.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A payment as the API shows it.
final class PaymentJson {
    private PaymentJson() {}

    /// One payment with all its links. `pageToken` and `cardToken` are fresh, or null when the payer has nothing to
    /// do.
    static Map<String, @Nullable Object> one(
            SimulatedPayment payment,
            Gateway gateway,
            String base,
            @Nullable String pageToken,
            @Nullable String cardToken,
            Instant now) {
        var json = common(payment, gateway, settledInRecord(payment, now));
        var links = links(payment, base);
        if (pageToken != null) {
            links.put("next_url", link(base + "/secure/" + pageToken, "GET"));
            links.put(
                    "next_url_post",
                    form(base + "/secure", "application/x-www-form-urlencoded", "chargeTokenId", pageToken));
        }
        if (cardToken != null) {
            links.put("auth_url_post", form(base + "/v1/auth", "application/json", "one_time_token", cardToken));
        }
        json.put("_links", links);
        return json;
    }

    /// A payment among search results, which never say where the payer continues but know the day of settlement
    /// sooner.
    static Map<String, @Nullable Object> found(SimulatedPayment payment, Gateway gateway, String base, Instant now) {
        var json = common(payment, gateway, settledInSearch(payment, now));
        json.put("_links", links(payment, base));
        return json;
    }

    /// A payment within a webhook: no links, and other words for its state.
    static Map<String, @Nullable Object> forWebhook(SimulatedPayment payment, Gateway gateway) {
        var json = common(payment, gateway, null);
        List.of("authorisation_mode", "agreement_id", "provider_id", "agreement_payment_type")
                .forEach(json::remove);
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("status", payment.state().webhookStatus());
        state.put("finished", payment.state().finished());
        if (payment.state().code() != null) {
            state.put(
                    "code",
                    payment.state() == Life.CANCELLED
                            ? "P0030"
                            : payment.state().code());
        }
        json.put("state", state);
        return json;
    }

    private static Map<String, @Nullable Object> common(
            SimulatedPayment payment, Gateway gateway, @Nullable LocalDate settledOn) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("amount", payment.amount());
        json.put("description", payment.description());
        json.put("reference", payment.reference());
        json.put("language", payment.language());
        putIfThere(json, "metadata", payment.metadata() == null ? null : Json.stored(payment.metadata()));
        putIfThere(json, "email", payment.email());
        var card = payment.card() == null ? null : Json.stored(payment.card());
        putIfThere(json, "card_details", card);
        putIfThere(json, "card_brand", card == null ? null : Json.string(card, "card_brand"));
        json.put("state", state(payment));
        json.put("payment_id", payment.id());
        json.put("payment_provider", gateway.provider());
        putIfThere(json, "provider_id", payment.providerId());
        json.put("created_date", Callbacks.MILLIS.format(payment.createdAt()));
        json.put("refund_summary", refundSummary(payment));
        json.put("settlement_summary", settlementSummary(payment, settledOn));
        json.put("delayed_capture", payment.delayedCapture());
        json.put("moto", payment.moto());
        json.put("authorisation_mode", payment.mode().word());
        putIfThere(json, "return_url", payment.returnUrl());
        putIfThere(json, "agreement_id", payment.agreement() == null ? payment.setUpAgreement() : payment.agreement());
        putIfThere(json, "agreement_payment_type", payment.agreementPaymentType());
        money(json, payment);
        return json;
    }

    private static void money(Map<String, @Nullable Object> json, SimulatedPayment payment) {
        if (payment.surcharge() > 0) {
            json.put("corporate_card_surcharge", payment.surcharge());
            json.put("total_amount", payment.total());
        }
        var fee = payment.fee();
        if (fee != null && payment.capturedAt() != null) {
            json.put("fee", fee);
            json.put("net_amount", payment.total() - fee);
        }
    }

    static Map<String, @Nullable Object> state(SimulatedPayment payment) {
        var state = state(payment.state());
        putIfThere(state, "can_retry", payment.canRetry());
        return state;
    }

    static Map<String, @Nullable Object> state(Life life) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("status", life.status());
        state.put("finished", life.finished());
        putIfThere(state, "code", life.code());
        putIfThere(state, "message", life.message());
        return state;
    }

    private static Map<String, Object> refundSummary(SimulatedPayment payment) {
        return Map.of(
                "status", payment.refundStatus(),
                "amount_available", payment.refundable(),
                "amount_submitted", payment.refunded());
    }

    private static Map<String, Object> settlementSummary(SimulatedPayment payment, @Nullable LocalDate settledOn) {
        var summary = new LinkedHashMap<String, Object>();
        if (payment.captureSubmittedAt() != null) {
            summary.put("capture_submit_time", Callbacks.MILLIS.format(payment.captureSubmittedAt()));
        }
        if (payment.capturedAt() != null) {
            summary.put("captured_date", day(payment.capturedAt()).toString());
        }
        if (settledOn != null) {
            summary.put("settled_date", settledOn.toString());
        }
        return summary;
    }

    private static @Nullable LocalDate settledInSearch(SimulatedPayment payment, Instant now) {
        var settled = payment.settledOn();
        return settled == null || day(now).isBefore(settled) ? null : settled;
    }

    /// A single payment comes from younger books, which learn the day of settlement a day later than the search does.
    private static @Nullable LocalDate settledInRecord(SimulatedPayment payment, Instant now) {
        var settled = payment.settledOn();
        return settled == null || day(now).isBefore(settled.plusDays(1)) ? null : settled;
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Map<String, Object> links(SimulatedPayment payment, String base) {
        var self = base + "/v1/payments/" + payment.id();
        var links = new LinkedHashMap<String, Object>();
        links.put("self", link(self, "GET"));
        links.put("events", link(self + "/events", "GET"));
        links.put("refunds", link(self + "/refunds", "GET"));
        if (!payment.state().finished()) {
            links.put("cancel", link(self + "/cancel", "POST"));
        }
        if (payment.state() == Life.CAPTURABLE) {
            links.put("capture", link(self + "/capture", "POST"));
        }
        return links;
    }

    static Map<String, Object> link(String href, String method) {
        var link = new LinkedHashMap<String, Object>();
        link.put("href", href);
        link.put("method", method);
        return link;
    }

    private static Map<String, Object> form(String href, String type, String member, String value) {
        var link = link(href, "POST");
        link.put("type", type);
        link.put("params", Map.of(member, value));
        return link;
    }

    static void putIfThere(Map<String, @Nullable Object> json, String member, @Nullable Object value) {
        if (value != null) {
            json.put(member, value);
        }
    }
}
