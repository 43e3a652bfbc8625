package localgov.ims.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import localgov.ims.sandbox.Faults.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The way into the simulated API: who calls, what goes wrong on purpose, what time has done meanwhile, and the
/// reply.
@Component
@DemoOnly
class PayDoor {
    private static final Duration LONGER_THAN_ANYONE_WAITS = Duration.ofSeconds(20);
    private static final String BEARER = "Bearer ";

    /// A call by somebody with a key.
    ///
    /// @param base the address of the simulated service, before `/v1`
    record Call(Gateway gateway, String base, Instant now) {}

    private final GatewayStore gateways;
    private final Faults faults;
    private final SimulatedPay pay;
    private final SimulatedRefunds refunds;
    private final SandboxClock clock;

    PayDoor(GatewayStore gateways, Faults faults, SimulatedPay pay, SimulatedRefunds refunds, SandboxClock clock) {
        this.gateways = gateways;
        this.faults = faults;
        this.pay = pay;
        this.refunds = refunds;
        this.clock = clock;
    }

    /// Answers a call that needs a key.
    void answer(String call, HttpServletRequest request, HttpServletResponse response, Function<Call, PayReply> work)
            throws IOException {
        var gateway = caller(request);
        if (gateway.isEmpty()) {
            write(PayReply.keyRefused(), response);
            return;
        }
        answerAnyone(call, response, () -> work.apply(new Call(gateway.get(), base(), clock.now())));
    }

    interface Work {
        PayReply reply();
    }

    /// Answers a call that is secured by what it carries.
    void answerAnyone(String call, HttpServletResponse response, Work work) throws IOException {
        if (!faults.anyArmed()) {
            write(afterCatchingUp(work), response);
        } else if (faults.strikes(Fault.RATE_LIMIT, call)) {
            write(PayReply.of(new PayError(429, "P0900", "Too many requests")), response);
        } else if (faults.strikes(Fault.UNAVAILABLE, call)) {
            write(PayReply.of(new PayError(503, "P0999", "Service unavailable")), response);
        } else if (faults.strikes(Fault.ERROR_500, call)) {
            write(PayReply.of(new PayError(500, "P0198", "Downstream system error")), response);
        } else if (faults.strikes(Fault.LOST_REQUEST, call)) {
            hangUp(response);
        } else {
            answerBadly(call, response, afterCatchingUp(work));
        }
    }

    private void answerBadly(String call, HttpServletResponse response, PayReply reply) throws IOException {
        if (faults.strikes(Fault.LOST_REPLY, call)) {
            hangUp(response);
            return;
        }
        if (faults.strikes(Fault.TIMEOUT, call)) {
            sleep();
        }
        write(reply, response);
    }

    private PayReply afterCatchingUp(Work work) {
        pay.catchUp();
        refunds.catchUp();
        return work.reply();
    }

    private Optional<Gateway> caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(Ids::mayBeKey)
                .flatMap(gateways::withKey);
    }

    static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + PayApi.ROOT;
    }

    /// Promises a body and sends none, so that the client sees the line break.
    private static void hangUp(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentLength(1000);
        response.flushBuffer();
    }

    private static void write(PayReply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store");
        reply.headers().forEach(response::setHeader);
        if (reply.body() != null) {
            var body = Json.bytes(reply.body());
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LONGER_THAN_ANYONE_WAITS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
