package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Keeps whoever tries out numbers from finding those of others. What counts is what was not found, for each
/// network address and council: whoever has a number in front of them is never slowed down by their own success.
@Component
class Lookups {
    /// So many numbers that nobody has may be tried at once, and then one in each drip.
    static final int MISSES = 30;
    private static final Duration MISS_GOES = Duration.ofSeconds(10);

    /// Whoever types has a check now and then; a program that asks for thousands has none.
    static final int CHECKS = 120;
    private static final Duration CHECK_GOES = Duration.ofMillis(500);

    /// One address may ask for so many receipts by e-mail.
    static final int LETTERS = 10;
    private static final Duration LETTER_GOES = Duration.ofMinutes(5);

    private static final int IPV6_NETWORK = 4;

    private final Throttle misses;
    private final Throttle checks;
    private final Throttle letters;

    Lookups(InstantSource clock) {
        misses = new Throttle(clock, MISSES, MISS_GOES);
        checks = new Throttle(clock, CHECKS, CHECK_GOES);
        letters = new Throttle(clock, LETTERS, LETTER_GOES);
    }

    /// Stops whoever has tried too many numbers. Asked before anything is looked up, so that it tells nothing.
    void admit(HttpServletRequest request) {
        if (misses.isFull(whose(request))) {
            throw tooMany(request);
        }
    }

    boolean isShut(HttpServletRequest request) {
        return misses.isFull(whose(request));
    }

    /// Somebody asked for what there is not.
    void missed(HttpServletRequest request) {
        misses.add(whose(request));
    }

    /// What there is not, counted.
    ResponseStatusException notFound(HttpServletRequest request) {
        missed(request);
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    boolean mayCheck(HttpServletRequest request) {
        return checks.takes(whose(request));
    }

    boolean mayWrite(HttpServletRequest request) {
        return letters.takes(whose(request));
    }

    /// Says when to come back.
    ResponseStatusException tooMany(HttpServletRequest request) {
        return new TooManyTries(misses.wait(whose(request)));
    }

    private static String whose(HttpServletRequest request) {
        return CurrentCouncil.id() + " " + network(request.getRemoteAddr());
    }

    /// A household has one address of the old kind, and a whole network of the new.
    static String network(String address) {
        var parts = address.split(":", -1);
        if (parts.length <= 2) {
            return address;
        }
        var network = new StringBuilder();
        for (int i = 0; i < IPV6_NETWORK && i < parts.length && !parts[i].isEmpty(); i++) {
            network.append(parts[i]).append(':');
        }
        return network.isEmpty() ? address : network.toString();
    }
}
