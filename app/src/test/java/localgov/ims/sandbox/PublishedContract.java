package localgov.ims.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What GOV.UK Pay publishes of its API, held against replies as strictly as a generated client would: a status that
/// is not written there, a member that is not, a value of another kind, are disagreements.
///
/// The published document is known to be wrong in places. Those that show in a reply are listed here one by one, each
/// with its number; whatever else disagrees is our mistake.
final class PublishedContract {
    /// A place where the service does otherwise than it publishes.
    ///
    /// @param number its number among the known inaccuracies, or the fact that is not in the document at all
    /// @param where matches the whole of `METHOD path status keyword /place/in/the/reply`, with
    /// `null` where nothing stands
    record Inaccuracy(String number, String says, Pattern where) {
        static Inaccuracy of(String number, String says, String where) {
            return new Inaccuracy(number, says, Pattern.compile(where));
        }
    }

    private static final String PAYMENT = "(POST|GET) /v1/payments\\S* 20[01] ";

    static final List<Inaccuracy> LISTED = List.of(
            Inaccuracy.of(
                    "2",
                    "metadata is a flat map, and not an object within an object",
                    PAYMENT + "additionalProperties (/results/\\d+)?/metadata/.+"),
            Inaccuracy.of(
                    "3",
                    "payments of an agreement say so in authorisation_mode",
                    PAYMENT + "enum (/results/\\d+)?/authorisation_mode"),
            Inaccuracy.of(
                    "3",
                    "what creating gives has authorisation_mode, and the agreement",
                    "POST /v1/payments 20[01] additionalProperties /(authorisation_mode|agreement_id)"),
            Inaccuracy.of(
                    "4",
                    "a payment has its agreement_id",
                    "GET /v1/payments\\S* 200 additionalProperties (/results/\\d+)?/agreement_id"),
            Inaccuracy.of(
                    "5",
                    "CardDetails of an agreement is card_details",
                    "GET /v1/agreements\\S* 200 additionalProperties (/results/\\d+)?/payment_instrument/card_details"),
            Inaccuracy.of(
                    "6",
                    "card_type may be nothing",
                    PAYMENT + "(type|enum) (/results/\\d+)?/card_details/card_type null"),
            Inaccuracy.of(
                    "9",
                    "asking for a refund may be refused with 400 and 403",
                    "POST /v1/payments/\\S+/refunds 40[03] status "),
            Inaccuracy.of(
                    "9",
                    "a refund whose amount is out of bounds is refused with 422",
                    "POST /v1/payments/\\S+/refunds 422 status "),
            Inaccuracy.of("9", "creating may be refused with 403 and 409", "POST /v1/payments 40[39] status "),
            Inaccuracy.of("9", "a page that is not there is 404", "GET /v1/(refunds|payments|disputes) 404 status "),
            Inaccuracy.of(
                    "9",
                    "a refund that is taken, or that comes too late, has a body",
                    "POST /v1/payments/\\S+/refunds (202|412) body "),
            Inaccuracy.of("10", "errors name their field or header", ".* 4\\d\\d additionalProperties /(field|header)"),
            Inaccuracy.of("10", "401 has no body of an error", ".* 401 body "),
            // Not among the numbered ones, and known all the same.
            Inaccuracy.of(
                    "members of a card are there with nothing in them",
                    "card_details has all its members once it is there",
                    PAYMENT + "(type|enum) (/results/\\d+)?/card_details/\\w+(/\\w+)? null"),
            Inaccuracy.of(
                    "a card may be in a wallet",
                    "what creating gives of a card leaves wallet_type out",
                    "POST /v1/payments 20[01] additionalProperties /card_details/wallet_type"),
            Inaccuracy.of(
                    "a form's values are words",
                    "params are told to be objects",
                    PAYMENT + "type /_links/\\w+/params/\\w+"),
            Inaccuracy.of(
                    "a payment that is taken as it is created shows what it came to",
                    "what creating an agreement's payment gives is the whole payment",
                    "POST /v1/payments 20[01] additionalProperties /(card_brand|agreement_payment_type|fee|net_amount)"),
            Inaccuracy.of(
                    "an agreement's payment that is asked for again is 200",
                    "200 is not listed",
                    "POST /v1/payments 200 status "),
            Inaccuracy.of("the service may be away", "503 is in no list", ".* 503 status "),
            Inaccuracy.of("the service may be busy", "429 is not in every list", ".* 429 status "));

    private static final Set<Inaccuracy> MET = ConcurrentHashMap.newKeySet();

    private PublishedContract() {}

    /// Those that a reply has shown since the tests began.
    static Set<Inaccuracy> met() {
        return Set.copyOf(MET);
    }

    /// How a reply disagrees with what is published, known inaccuracies aside; nothing where the document is not here,
    /// see [PublishedContractTest].
    ///
    /// @param path below the service's address, such as `/v1/payments?page=2`
    static List<String> disagreements(String method, String path, int status, String body) {
        return PublishedDocument.ifHere()
                .map(document -> raw(document, method, path.replaceAll("\\?.*", ""), status, body))
                .orElse(List.of())
                .stream()
                .filter(disagreement -> !isListed(disagreement))
                .toList();
    }

    private static boolean isListed(String disagreement) {
        var listed = LISTED.stream()
                .filter(known -> known.where().matcher(disagreement).matches())
                .findFirst();
        listed.ifPresent(MET::add);
        return listed.isPresent();
    }

    private static List<String> raw(PublishedDocument document, String method, String path, int status, String body) {
        var called = "%s %s %d ".formatted(method, path, status);
        var operation = document.operation(method, path);
        if (operation.isEmpty()) {
            return List.of(called + "path ");
        }
        var found = new ArrayList<String>();
        var written = operation.get().path("responses").path(String.valueOf(status));
        if (written.isMissingNode()) {
            found.add(called + "status ");
        }
        var schema = written.at("/content/application~1json/schema/$ref").asString("");
        if (schema.isEmpty() && !body.isEmpty()) {
            found.addAll(written.isMissingNode() ? List.of() : List.of(called + "body "));
            schema = unwritten(operation.get(), status);
        }
        if (!schema.isEmpty()) {
            var reference = PublishedDocument.JSON.createObjectNode().put("$ref", schema);
            document.errors(reference, PublishedDocument.JSON.readTree(body))
                    .forEach(error -> found.add(called + error));
        }
        return found;
    }

    /// What a body is held against that is not written down: a success is the success that is, a refusal is a refusal.
    private static String unwritten(JsonNode operation, int status) {
        var other = status == 200 ? 201 : 200;
        return status < 300
                ? operation
                        .at("/responses/%d/content/application~1json/schema/$ref".formatted(other))
                        .asString("")
                : status == 401 ? "" : "#/components/schemas/RequestError";
    }
}
