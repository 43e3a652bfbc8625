package localgov.ims.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares a reply with a schema of the published contract: each member is known there, of the kind it says and one
/// of the words it lists. The places where the contract is known to be wrong are named here, each with the truth.
final class OpenApiShape {
    private static final JsonNode SCHEMAS = read().at("/components/schemas");

    /// Members that the service really sends and the contract does not know.
    private static final Map<String, Set<String>> UNWRITTEN = Map.of(
            "CreatePaymentResult",
            Set.of(
                    "authorisation_mode",
                    "agreement_id",
                    "agreement_payment_type",
                    "card_brand",
                    "total_amount",
                    "corporate_card_surcharge",
                    "fee",
                    "net_amount"),
            "PaymentWithAllLinks",
            Set.of("agreement_id"),
            "PaymentDetailForSearch",
            Set.of("agreement_id"),
            "CardDetailsFromResponse",
            Set.of("wallet_type"),
            "PaymentInstrument",
            Set.of("card_details"),
            "RefundForSearchResult",
            Set.of());

    /// Members whose written kind is wrong: metadata is a flat map, and payments of an agreement say so.
    private static final Set<String> MISWRITTEN = Set.of("metadata", "authorisation_mode", "params");

    private OpenApiShape() {}

    /// What differs; nothing when the reply keeps to the contract.
    static List<String> differences(JsonNode reply, String schema) {
        var differences = new ArrayList<String>();
        object(reply, schema, schema, differences);
        return differences;
    }

    private static void object(JsonNode value, String schema, String at, List<String> differences) {
        var properties = SCHEMAS.path(schema).path("properties");
        if (properties.isMissingNode() || !value.isObject()) {
            differences.add(at + " is no " + schema);
            return;
        }
        value.properties().forEach(member -> {
            var here = at + "." + member.getKey();
            var written = properties.path(member.getKey());
            if (written.isMissingNode()) {
                if (!UNWRITTEN.getOrDefault(schema, Set.of()).contains(member.getKey())) {
                    differences.add(here + " is not in the contract");
                }
            } else if (!MISWRITTEN.contains(member.getKey())
                    && !member.getValue().isNull()) {
                value(member.getValue(), written, here, differences);
            }
        });
    }

    private static void value(JsonNode value, JsonNode written, String at, List<String> differences) {
        var reference = written.path("$ref").asString("");
        if (!reference.isEmpty()) {
            object(value, reference.substring(reference.lastIndexOf('/') + 1), at, differences);
            return;
        }
        var right = switch (written.path("type").asString("")) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            default -> true;
        };
        if (!right) {
            differences.add(at + " is no " + written.path("type").asString());
        }
        var words = written.path("enum");
        if (words.isArray() && words.valueStream().noneMatch(word -> word.equals(value))) {
            differences.add(at + " is none of " + words);
        }
        if (value.isArray()) {
            value.forEach(item -> value(item, written.path("items"), at + "[]", differences));
        }
    }

    private static JsonNode read() {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readAllBytes(
                            Path.of(System.getProperty("contracts")).resolve("govukpay-openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
