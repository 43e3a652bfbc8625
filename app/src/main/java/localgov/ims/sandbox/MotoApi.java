package localgov.ims.sandbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import localgov.ims.sandbox.SimulatedPay.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Authorises a telephone payment with a card, secured by a token that works once instead of by a key.
@RestController
@DemoOnly
class MotoApi {
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("MM/yy");
    private static final List<String> MEMBERS =
            List.of("one_time_token", "card_number", "cvc", "expiry_date", "cardholder_name");

    private final PayDoor door;
    private final SimulatedPay pay;
    private final Tokens tokens;
    private final SandboxClock clock;

    MotoApi(PayDoor door, SimulatedPay pay, Tokens tokens, SandboxClock clock) {
        this.door = door;
        this.pay = pay;
        this.tokens = tokens;
        this.clock = clock;
    }

    @PostMapping(PayApi.ROOT + "/v1/auth")
    void authorise(@RequestBody(required = false) byte @Nullable [] body, HttpServletResponse response)
            throws IOException {
        door.answerAnyone(
                "auth",
                response,
                () -> Json.object(body)
                        .map(this::authorise)
                        .orElseGet(() -> PayReply.of(new PayError(400, "P0197", "Unable to parse JSON"))));
    }

    private PayReply authorise(JsonNode body) {
        var now = clock.now();
        var problem = problem(body, now);
        if (problem.isPresent()) {
            return PayReply.of(problem.get());
        }
        var number = text(body, "card_number");
        var used = tokens.use(text(body, "one_time_token"), Tokens.Purpose.CARD, "", now);
        if (used.isEmpty()) {
            return PayReply.of(new PayError(400, "P1211", "The one_time_token is not valid"));
        }
        var payment = pay.find(used.get().payment()).orElseThrow();
        if (used.get().use() != Tokens.Use.FIRST || payment.state() != Life.CREATED) {
            return PayReply.of(new PayError(400, "P1212", "The one_time_token has already been used"));
        }
        var outcome = Cards.brand(number).equals("Unknown") ? Life.DECLINED : Cards.outcome(number);
        var attempt = new Attempt(number, text(body, "cardholder_name"), text(body, "expiry_date"), 0);
        pay.decide(payment, outcome, attempt);
        return switch (outcome) {
            case SUCCESS -> PayReply.done();
            case DECLINED -> PayReply.of(new PayError(402, "P0010", "The payment was rejected"));
            default -> PayReply.of(new PayError(500, "P0050", "Payment provider returned an error"));
        };
    }

    private static Optional<PayError> problem(JsonNode body, Instant now) {
        for (var member : MEMBERS) {
            if (text(body, member).isBlank()) {
                return Optional.of(new PayError(422, "P0101", "Missing mandatory attribute: " + member, member, null));
            }
        }
        if (!text(body, "card_number").matches("\\d{12,19}")) {
            return Optional.of(PayError.invalid("card_number", "Must be between 12 and 19 characters long"));
        }
        if (!text(body, "cvc").matches("\\d{3,4}")) {
            return Optional.of(PayError.invalid("cvc", "Must be between 3 and 4 characters long"));
        }
        if (text(body, "cardholder_name").length() > 255) {
            return Optional.of(
                    PayError.invalid("cardholder_name", "Must be less than or equal to 255 characters length"));
        }
        return future(text(body, "expiry_date"), now)
                ? Optional.empty()
                : Optional.of(
                        PayError.invalid("expiry_date", "Must be a valid date in the future, in the format MM/YY"));
    }

    private static boolean future(String expiry, Instant now) {
        try {
            return !YearMonth.parse(expiry, EXPIRY).isBefore(YearMonth.from(now.atZone(ZoneOffset.UTC)));
        } catch (DateTimeException notAMonth) {
            return false;
        }
    }

    private static String text(JsonNode body, String member) {
        var value = Json.string(body, member);
        return value == null ? "" : value;
    }
}
