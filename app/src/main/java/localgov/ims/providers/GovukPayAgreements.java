package localgov.ims.providers;

import static localgov.ims.providers.GovukPayReading.text;
import static localgov.ims.providers.GovukPayReading.tree;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import localgov.ims.providers.ProviderLine.Replied;
import localgov.ims.providers.ProviderLine.Silence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Standing agreements at GOV.UK Pay, and the payments taken under them: the only ones for which it knows a key.
record GovukPayAgreements(GovukPayKeys keys) {
    private static final String PATH = "/v1/agreements";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{26}");

    Agreeing agree(AgreementRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("reference", request.reference());
        body.put("description", request.description());
        if (request.payer() != null) {
            body.put("user_identifier", request.payer());
        }
        return switch (keys.client().postPatiently(keys.account(), PATH, body, Map.of())) {
            case Silence(var what) -> new Agreeing.NoAnswer(what);
            case Replied reply when reply.succeeded() -> made(text(tree(reply.body()), "agreement_id"));
            case Replied reply when reply.isTooBusy() -> new Agreeing.TooBusy();
            case Replied reply
            when GovukPayReading.shutsUsOut(reply) -> {
                var refusal = GovukPayReading.refusal(reply);
                yield new Agreeing.ShutOut(refusal.code(), GovukPayReading.lacking(refusal));
            }
            case Replied reply
            when reply.certainlyDidNothing() -> {
                var refusal = GovukPayReading.refusal(reply);
                yield new Agreeing.Refused(refusal.code(), refusal.detail());
            }
            case Replied reply -> new Agreeing.NoAnswer(reply.inWords());
        };
    }

    private static Agreeing made(@Nullable String id) {
        return id == null
                ? new Agreeing.NoAnswer("GOV.UK Pay made an agreement and did not say which it is")
                : new Agreeing.Made(id);
    }

    AgreementSeen look(String agreement) {
        if (!ID.matcher(agreement).matches()) {
            return new AgreementSeen.NotFound();
        }
        return switch (keys.asked(by -> keys.client().get(by, PATH + "/" + agreement))) {
            case Silence(var what) -> new AgreementSeen.NoAnswer(what);
            case Replied reply when reply.status() == 200 -> read(tree(reply.body()), agreement);
            case Replied reply when reply.status() == 404 -> new AgreementSeen.NotFound();
            case Replied reply -> new AgreementSeen.NoAnswer(reply.inWords());
        };
    }

    private static AgreementSeen read(JsonNode json, String asked) {
        var reference = text(json, "reference");
        if (!asked.equals(text(json, "agreement_id")) || reference == null) {
            return new AgreementSeen.NoAnswer("GOV.UK Pay described an agreement in a way we cannot read");
        }
        var card = json.path("payment_instrument").path("card_details");
        return new AgreementSeen.Known(
                asked,
                reference,
                state(text(json, "status")),
                text(card, "card_brand"),
                text(card, "last_digits_card_number"),
                text(card, "expiry_date"));
    }

    private static AgreementSeen.State state(@Nullable String status) {
        return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
            case "created" -> AgreementSeen.State.CREATED;
            case "active" -> AgreementSeen.State.ACTIVE;
            case "cancelled" -> AgreementSeen.State.CANCELLED;
            case "inactive" -> AgreementSeen.State.INACTIVE;
            default -> AgreementSeen.State.UNKNOWN;
        };
    }

    Cancelled end(String agreement) {
        if (!ID.matcher(agreement).matches()) {
            return new Cancelled.NotFound();
        }
        return switch (keys.asked(by -> keys.client().post(by, PATH + "/" + agreement + "/cancel", null, Map.of()))) {
            case Silence(var what) -> new Cancelled.NoAnswer(what);
            case Replied reply when reply.succeeded() -> new Cancelled.Done();
            case Replied reply when reply.status() == 400 -> new Cancelled.TooLate();
            case Replied reply when reply.status() == 404 -> new Cancelled.NotFound();
            case Replied reply -> new Cancelled.NoAnswer(reply.inWords());
        };
    }

    /// An agreement belongs to the key it was made with, or to one for the same account: what another key does
    /// not know, it cannot take anything under. So the ones before are tried as for a look.
    Collected collect(CollectionRequest request) {
        var body = Map.<String, Object>of(
                "amount", request.amount().pence(),
                "reference", request.reference(),
                "description", request.description(),
                "authorisation_mode", "agreement",
                "agreement_id", request.agreement());
        var key = Map.of("Idempotency-Key", request.idempotencyKey());
        return switch (keys.asked(by -> keys.client().post(by, "/v1/payments", body, key))) {
            case Silence(var what) -> new Collected.NoAnswer(what);
            case Replied reply when reply.succeeded() -> GovukPayReading.collected(reply.body());
            case Replied reply when reply.isTooBusy() -> new Collected.TooBusy();
            case Replied reply
            when GovukPayReading.shutsUsOut(reply) -> {
                var refusal = GovukPayReading.refusal(reply);
                yield new Collected.ShutOut(refusal.code(), GovukPayReading.lacking(refusal));
            }
            case Replied reply
            when reply.certainlyDidNothing() -> {
                var refusal = GovukPayReading.refusal(reply);
                yield new Collected.Refused(refusal.code(), refusal.detail());
            }
            case Replied reply -> new Collected.NoAnswer(reply.inWords());
        };
    }
}
