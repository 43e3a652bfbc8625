package localgov.ims.sandbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import localgov.ims.sandbox.Faults.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers as the simulated GOV.UK Notify, or does not, where something is to go wrong. Only what is armed for its
/// calls strikes here: messages leave by themselves and would use up what is meant for payments.
@Component
@DemoOnly
class NotifyFaults {
    private final Faults faults;

    NotifyFaults(Faults faults) {
        this.faults = faults;
    }

    void answer(String call, HttpServletResponse response, Supplier<ResponseEntity<Object>> work) throws IOException {
        if (faults.strikesOnly(Fault.ERROR_500, call)) {
            write(NotifyApi.refused(500, "Exception", "Internal server error"), response);
        } else if (faults.strikesOnly(Fault.RATE_LIMIT, call)) {
            write(
                    NotifyApi.refused(
                            429,
                            "RateLimitError",
                            "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"),
                    response);
        } else if (faults.strikesOnly(Fault.DAILY_LIMIT, call)) {
            write(
                    NotifyApi.refused(429, "TooManyRequestsError", "Exceeded send limits (email: 250000) for today"),
                    response);
        } else if (faults.strikesOnly(Fault.LOST_REQUEST, call)) {
            hangUp(response);
        } else {
            var reply = work.get();
            if (faults.strikesOnly(Fault.LOST_REPLY, call)) {
                hangUp(response);
            } else {
                write(reply, response);
            }
        }
    }

    /// Promises a body and sends none, so that the client sees the line break.
    private static void hangUp(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentLength(1000);
        response.flushBuffer();
    }

    private static void write(ResponseEntity<Object> reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.getStatusCode().value());
        var given = reply.getBody();
        var body = given == null ? new byte[0] : Json.bytes(given);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
