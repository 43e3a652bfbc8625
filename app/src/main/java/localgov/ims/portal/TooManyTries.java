package localgov.ims.portal;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// Somebody has tried so many numbers that nothing is looked up for a while. Says when to come back.
final class TooManyTries extends ResponseStatusException {
    private static final long serialVersionUID = 1;

    private final long seconds;

    TooManyTries(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS);
        this.seconds = Math.max(1, wait.toSeconds());
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return headers;
    }
}
