package localgov.ims.sandbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import localgov.ims.sandbox.PaymentWish.Mode;
import localgov.ims.sandbox.PaymentWish.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a request for a payment as GOV.UK Pay does: first every member's kind (400), then every rule (422), each in
/// the order of the members, and reports the first error only.
final class PaymentReading {
    private static final long MOST = 10_000_000;
    private static final Set<String> AGREEMENT_PAYMENTS = Set.of("instalment", "recurring", "unscheduled");
    private static final String STRING = "Must be a valid string format";

    private final Gateway gateway;
    private final JsonNode body;
    private @Nullable PayError unreadable;
    private @Nullable PayError broken;

    private PaymentReading(Gateway gateway, JsonNode body) {
        this.gateway = gateway;
        this.body = body;
    }

    static Reading read(Gateway gateway, byte @Nullable [] body) {
        return Json.object(body)
                .map(json -> new PaymentReading(gateway, json).read())
                .orElseGet(() -> new Reading.Wrong(new PayError(400, "P0197", "Unable to parse JSON")));
    }

    private Reading read() {
        var amount = amount();
        var reference = plain("reference");
        var description = plain("description");
        var mode = mode();
        var setUp = agreementId("set_up_agreement", mode == Mode.WEB);
        var agreement = agreementId("agreement_id", mode == Mode.AGREEMENT);
        var kind = agreementPaymentType(mode, setUp);
        var returnUrl = returnUrl(mode);
        var email = email(mode);
        var language = language();
        var delayed = flag("delayed_capture");
        var moto = flag("moto");
        if (moto && mode == Mode.AGREEMENT) {
            unreadable(PayError.unexpected("moto"));
        }
        var metadata = metadata();
        var card = prefilled(mode);
        var error = unreadable != null ? unreadable : broken != null ? broken : notAllowed(mode, moto);
        return error != null
                ? new Reading.Wrong(error)
                : new Reading.Valid(new PaymentWish(
                        amount,
                        reference,
                        description,
                        returnUrl,
                        email,
                        language,
                        delayed,
                        moto || mode == Mode.MOTO_API,
                        mode,
                        metadata,
                        card,
                        setUp,
                        agreement,
                        kind));
    }

    private @Nullable PayError notAllowed(Mode mode, boolean moto) {
        if (mode == Mode.MOTO_API && !gateway.motoApi()) {
            return new PayError(422, "P0195", "Using authorisation_mode of moto_api is not allowed for this account");
        }
        return moto && !gateway.moto()
                ? new PayError(422, "P0196", "MOTO payments are not enabled for this account")
                : null;
    }

    private long amount() {
        var node = body.path("amount");
        if (absent(node)) {
            unreadable(PayError.missing("amount"));
            return 0;
        }
        if (!node.isIntegralNumber()) {
            unreadable(PayError.unreadable("amount", "Must be a valid numeric format"));
            return 0;
        }
        var amount = node.canConvertToLong()
                ? node.longValue()
                : node.bigIntegerValue().signum() * (MOST + 1);
        var least = amount == 0 && gateway.zeroAmount()
                ? 0
                : amount < 1 ? 1 : gateway.profile().minimum();
        if (amount < least) {
            broken(PayError.invalid("amount", "Must be greater than or equal to " + least));
        } else if (amount > MOST) {
            broken(PayError.invalid("amount", "Must be less than or equal to " + MOST));
        }
        return amount;
    }

    /// A mandatory text that a web firewall would let through.
    private String plain(String member) {
        var node = body.path(member);
        if (absent(node) || node.isString() && node.stringValue().isBlank()) {
            unreadable(PayError.missing(member));
            return "";
        }
        if (!node.isString() || node.stringValue().matches("(?s).*[<>|].*")) {
            unreadable(PayError.unreadable(member, STRING));
            return "";
        }
        atMost(member, node.stringValue(), 255);
        return node.stringValue();
    }

    private Mode mode() {
        var node = body.path("authorisation_mode");
        if (absent(node)) {
            return Mode.WEB;
        }
        for (var mode : Mode.values()) {
            if (node.isString() && mode.word().equals(node.stringValue())) {
                return mode;
            }
        }
        unreadable(PayError.unreadable("authorisation_mode", "Must be one of web, moto_api, agreement"));
        return Mode.WEB;
    }

    private @Nullable String agreementId(String member, boolean allowed) {
        var node = body.path(member);
        if (absent(node)) {
            if (member.equals("agreement_id") && allowed) {
                unreadable(PayError.missing(member));
            }
            return null;
        }
        if (!allowed) {
            unreadable(PayError.unexpected(member));
            return null;
        }
        if (!node.isString()) {
            unreadable(PayError.unreadable(member, STRING));
            return null;
        }
        if (node.stringValue().length() != 26) {
            broken(PayError.invalid(member, "Field [%s] length must be 26".formatted(member)));
        }
        return node.stringValue();
    }

    private @Nullable String agreementPaymentType(Mode mode, @Nullable String setUp) {
        var node = body.path("agreement_payment_type");
        if (absent(node)) {
            return null;
        }
        if (mode != Mode.AGREEMENT && setUp == null) {
            unreadable(PayError.unexpected("agreement_payment_type"));
            return null;
        }
        if (!node.isString() || !AGREEMENT_PAYMENTS.contains(node.stringValue())) {
            unreadable(
                    PayError.unreadable("agreement_payment_type", "Must be one of instalment, recurring, unscheduled"));
            return null;
        }
        return node.stringValue();
    }

    private @Nullable String returnUrl(Mode mode) {
        var node = body.path("return_url");
        if (absent(node)) {
            if (mode == Mode.WEB) {
                unreadable(PayError.missing("return_url").withoutField());
            }
            return null;
        }
        if (mode != Mode.WEB) {
            unreadable(PayError.unexpected("return_url"));
            return null;
        }
        if (!node.isString()) {
            unreadable(PayError.unreadable("return_url", "Must be a valid URL format"));
            return null;
        }
        var url = node.stringValue();
        var scheme = schemeOf(url);
        if (scheme.isEmpty()) {
            broken(PayError.invalid("return_url", "Must be a valid URL format").withoutField());
        } else if (gateway.live() && scheme.get().equals("http")) {
            broken(new PayError(
                    422, "P0920", "Invalid attribute value: return_url. Must be an HTTPS URL", "return_url", null));
        }
        atMost("return_url", url, 2000);
        return url;
    }

    static Optional<String> schemeOf(String url) {
        try {
            var uri = URI.create(url);
            return Optional.ofNullable(uri.getScheme())
                    .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                    .filter(scheme ->
                            uri.getHost() != null && Set.of("http", "https").contains(scheme));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private @Nullable String email(Mode mode) {
        var node = body.path("email");
        if (absent(node)) {
            return null;
        }
        if (mode == Mode.AGREEMENT) {
            unreadable(PayError.unexpected("email"));
        } else if (!node.isString()) {
            unreadable(PayError.unreadable("email", STRING));
        } else {
            atMost("email", node.stringValue(), 254);
            return node.stringValue();
        }
        return null;
    }

    private String language() {
        var node = body.path("language");
        var rule = "Must be \"en\" or \"cy\"";
        if (node.isMissingNode()) {
            return "en";
        }
        if (!node.isString() || node.stringValue().isBlank()) {
            unreadable(PayError.unreadable("language", rule));
        } else if (!Set.of("en", "cy").contains(node.stringValue())) {
            broken(PayError.invalid("language", rule));
        } else {
            return node.stringValue();
        }
        return "en";
    }

    private boolean flag(String member) {
        var node = body.path(member);
        if (!node.isMissingNode() && !node.isBoolean()) {
            unreadable(PayError.unreadable(member, "Must be true or false"));
        }
        return node.isBoolean() && node.booleanValue();
    }

    private @Nullable String metadata() {
        var node = body.path("metadata");
        if (node.isMissingNode() || node.isObject() && node.isEmpty()) {
            return null;
        }
        var problems = new ArrayList<String>();
        if (node.isNull()) {
            problems.add("Value must not be null");
        } else if (!node.isObject()) {
            problems.add("Must be an object of JSON key-value pairs");
        } else {
            metadataProblems(node, problems);
        }
        if (!problems.isEmpty()) {
            broken(PayError.invalid("metadata", String.join(". ", problems)));
        }
        return node.toString();
    }

    private static void metadataProblems(JsonNode pairs, ArrayList<String> problems) {
        var values = pairs.values();
        if (pairs.size() > 15) {
            problems.add("Cannot have more than 15 key-value pairs");
        }
        if (pairs.propertyNames().stream().anyMatch(key -> key.isEmpty() || key.length() > 30)) {
            problems.add("Keys must be between 1 and 30 characters long");
        }
        if (values.stream().anyMatch(JsonNode::isNull)) {
            problems.add("Must not have null values");
        }
        if (values.stream().anyMatch(JsonNode::isContainer)) {
            problems.add("Values must be of type String, Boolean or Number");
        }
        if (values.stream()
                .anyMatch(value -> value.isString() && value.stringValue().length() > 100)) {
            problems.add("Values must be no greater than 100 characters long");
        }
    }

    private @Nullable String prefilled(Mode mode) {
        var node = body.path("prefilled_cardholder_details");
        if (absent(node)) {
            return null;
        }
        if (mode == Mode.AGREEMENT) {
            unreadable(PayError.unexpected("prefilled_cardholder_details"));
            return null;
        }
        if (!node.isObject()) {
            unreadable(PayError.unreadable("prefilled_cardholder_details", "Must be a valid object"));
            return null;
        }
        var card = PaymentWish.cardMembers();
        card.put("cardholder_name", optional(node, "cardholder_name", 255));
        var address = node.path("billing_address");
        if (address.isObject()) {
            var lines = new LinkedHashMap<String, @Nullable String>();
            for (var line : new String[] {"line1", "line2", "postcode", "city", "country"}) {
                lines.put(line, optional(address, line, line.equals("postcode") ? 25 : 255));
            }
            card.put("billing_address", lines);
        }
        return Json.text(card);
    }

    private @Nullable String optional(JsonNode object, String member, int longest) {
        var node = object.path(member);
        if (absent(node)) {
            return null;
        }
        if (!node.isString()) {
            unreadable(PayError.unreadable(member, STRING));
            return null;
        }
        atMost(member, node.stringValue(), longest);
        return node.stringValue();
    }

    private void atMost(String member, String value, int longest) {
        if (value.length() > longest) {
            broken(PayError.invalid(member, "Must be less than or equal to %d characters length".formatted(longest)));
        }
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private void unreadable(PayError error) {
        unreadable = unreadable == null ? error : unreadable;
    }

    private void broken(PayError error) {
        broken = broken == null ? error : broken;
    }
}
