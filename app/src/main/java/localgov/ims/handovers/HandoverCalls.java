package localgov.ims.handovers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.handovers.Handovers.Handed;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Entrances;
import localgov.ims.payments.Payment;
import localgov.ims.people.ApiKey;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The two calls by which a program handed a payer over to the council's former income system, with a key now.
@RestController
@Needs(Permission.TAKE_PAYMENTS)
class HandoverCalls {
    private static final int MOST_BYTES = 1 << 18;
    private static final int LONGEST_REFERENCE = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Handovers handovers;
    private final CallingSystems systems;
    private final Entrances entrances;

    HandoverCalls(Handovers handovers, CallingSystems systems, Entrances entrances) {
        this.entrances = entrances;
        this.handovers = handovers;
        this.systems = systems;
    }

    /// What is wrong, or what is wanted.
    private record Read(Wanted wanted, List<String> problems) {}

    @PostMapping(path = "/api/handover/api/Payments", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> payments(HttpServletRequest request, Caller caller) throws IOException {
        var system = system(caller);
        if (system.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var body = body(request);
        if (body.isEmpty()) {
            return refused("The body is no JSON object");
        }
        var fields = new Fields(body.get());
        var lines = new ArrayList<Basket.Line>();
        var problems = lines(fields.list("Basket"), "Fund", lines);
        var wanted = new Wanted(
                reference(fields.text("ExternalReference"), problems),
                lines,
                fields.inside("Address")
                        .map(address -> address.text("PayeeName"))
                        .map(Fields::orNothing)
                        .orElse(null),
                fields.text("SuccessUrl"),
                fields.text("CancelUrl"),
                fields.text("FailUrl"),
                true);
        return switch (handed(new Read(wanted, problems), system.get())) {
            case Handed.Over(var payment) ->
                ResponseEntity.ok(Map.of(
                        "PaymentUrl", url(request, payment),
                        "Reference", payment.reference().toString()));
            case Handed.Otherwise _ ->
                ResponseEntity.status(409)
                        .body(Map.of("Message", "This ExternalReference was used for another payment"));
            case Handed.Refused(var why) -> refused(told(why));
        };
    }

    @PostMapping(path = "/api/handover/Payment/CreatePayment", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> createPayment(HttpServletRequest request, Caller caller) throws IOException {
        var system = system(caller);
        if (system.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var body = body(request);
        if (body.isEmpty()) {
            return unsuccessful("The body is no JSON object");
        }
        var fields = new Fields(body.get());
        var lines = new ArrayList<Basket.Line>();
        var problems = lines(fields.list("PaymentRow"), "FundCode", lines);
        var back = fields.text("ReturnUrl");
        var payer = Stream.of(fields.text("FirstName"), fields.text("LastName"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        var wanted = new Wanted(
                reference(fields.text("CallingApplicationTransactionReference"), problems),
                lines,
                Fields.orNothing(payer),
                back,
                back,
                back,
                false);
        return switch (handed(new Read(wanted, problems), system.get())) {
            case Handed.Over(var payment) -> ResponseEntity.ok(successful(url(request, payment)));
            case Handed.Otherwise _ ->
                unsuccessful("This CallingApplicationTransactionReference was used for another payment");
            case Handed.Refused(var why) -> unsuccessful(told(why));
        };
    }

    private Optional<CallingSystem> system(Caller caller) {
        return caller instanceof ApiKey key ? systems.of(key.name()) : Optional.empty();
    }

    private Handed handed(Read read, CallingSystem system) {
        return read.problems().isEmpty()
                ? handovers.hand(read.wanted(), system)
                : new Handed.Refused(read.problems().stream()
                        .map(words -> new Created.Problem(-1, "lines", "form", words, Map.of()))
                        .toList());
    }

    private static Optional<JsonNode> body(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        try {
            return bytes.length > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(bytes)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static List<String> lines(List<Fields> rows, String fund, List<Basket.Line> lines) {
        var problems = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var amount = Fields.amount(row.text("Amount"));
            if (amount.isEmpty()) {
                problems.add("Line %d: Amount must be more than nothing, in pounds and pence".formatted(i + 1));
                continue;
            }
            lines.add(new Basket.Line(
                    row.text(fund),
                    row.text("AccountReference"),
                    amount.get(),
                    Fields.orNothing(shortened(row.text("Narrative")))));
        }
        return problems;
    }

    static String shortened(String narrative) {
        return narrative.length() <= LONGEST_REFERENCE ? narrative : narrative.substring(0, LONGEST_REFERENCE);
    }

    private static String reference(String given, List<String> problems) {
        if (given.isEmpty() || given.length() > LONGEST_REFERENCE) {
            problems.add(
                    "Send a reference of your own, of 100 characters or fewer, so that sending again makes no second"
                            + " payment");
        }
        return given;
    }

    private String url(HttpServletRequest request, Payment payment) {
        var here = ServletUriComponentsBuilder.fromContextPath(request).build().toUri();
        return entrances.at(here, payment).toString();
    }

    private static String told(List<Created.Problem> problems) {
        return problems.stream()
                .map(problem -> problem.line() < 0
                        ? problem.words()
                        : "Line %d: %s".formatted(problem.line() + 1, problem.words()))
                .collect(Collectors.joining(". "));
    }

    private static ResponseEntity<Object> refused(String why) {
        return ResponseEntity.badRequest().body(Map.of("Message", why));
    }

    private static Map<String, Object> successful(String url) {
        var reply = new LinkedHashMap<String, Object>();
        reply.put("Successful", true);
        reply.put("Url", url);
        return reply;
    }

    private static ResponseEntity<Object> unsuccessful(String why) {
        var reply = new LinkedHashMap<String, Object>();
        reply.put("Successful", false);
        reply.put("Error", why);
        return ResponseEntity.ok(reply);
    }
}
