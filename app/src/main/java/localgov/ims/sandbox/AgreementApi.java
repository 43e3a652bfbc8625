package localgov.ims.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import localgov.ims.sandbox.PayDoor.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Standing agreements of the simulated API.
@RestController
@DemoOnly
@RequestMapping(PayApi.ROOT + "/v1/agreements")
class AgreementApi {
    private final PayDoor door;
    private final Agreements agreements;

    AgreementApi(PayDoor door, Agreements agreements) {
        this.door = door;
        this.agreements = agreements;
    }

    @PostMapping
    void create(
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        door.answer(
                "agreement",
                request,
                response,
                call -> Json.object(body)
                        .map(json -> create(call, json))
                        .orElseGet(() -> PayReply.of(new PayError(400, "P2197", "Unable to parse JSON"))));
    }

    private PayReply create(Call call, JsonNode body) {
        var problem = problem(body, "reference", true)
                .or(() -> problem(body, "description", true))
                .or(() -> problem(body, "user_identifier", false));
        if (problem.isPresent()) {
            return PayReply.of(problem.get());
        }
        if (!call.gateway().recurring()) {
            return PayReply.of(PayApi.RECURRING_OFF);
        }
        var id = agreements.create(
                call.gateway(),
                String.valueOf(Json.string(body, "reference")),
                String.valueOf(Json.string(body, "description")),
                Json.string(body, "user_identifier"),
                call.now());
        return PayReply.of(
                201, agreements.find(call.gateway(), id).orElseThrow().json());
    }

    private static Optional<PayError> problem(JsonNode body, String member, boolean mandatory) {
        var value = Json.string(body, member);
        if (value == null || value.isBlank()) {
            return mandatory
                    ? Optional.of(new PayError(400, "P2101", "Missing mandatory attribute: " + member, member, null))
                    : Optional.empty();
        }
        return value.length() > 255
                ? Optional.of(PayError.invalid(member, "Must be between 1 and 255 characters long"))
                : Optional.empty();
    }

    @GetMapping("/{id}")
    void get(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer(
                "agreement",
                request,
                response,
                call -> agreements
                        .find(call.gateway(), id)
                        .map(agreement -> PayReply.ok(agreement.json()))
                        .orElseGet(() -> PayReply.of(PayError.notFound("P2200"))));
    }

    @PostMapping("/{id}/cancel")
    void cancel(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer("agreement", request, response, call -> {
            if (agreements.find(call.gateway(), id).isEmpty()) {
                return PayReply.of(PayError.notFound("P2500"));
            }
            return agreements.cancel(id, call.now())
                    ? PayReply.done()
                    : PayReply.of(new PayError(400, "P2501", "Cancellation of agreement failed"));
        });
    }
}
