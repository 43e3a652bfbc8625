package localgov.ims.directory;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClientException;

/// Tells a directory that does not do its work from one that says no, and both from something that is not to be
/// believed. Never with its own words: they may be about somebody.
final class Failures {
    /// What a directory says when it, and not the person, is in trouble.
    private static final Set<String> ITS_OWN =
            Set.of("server_error", "temporarily_unavailable", "invalid_client", "unauthorized_client");

    private Failures() {}

    static Said told(String error) {
        var code = error.matches("[a-z_]{1,60}") ? error : "unknown";
        return ITS_OWN.contains(code) ? new Said.Down(code) : new Said.Refused(code);
    }

    static String down(Exception failure) {
        return failure instanceof TimeoutException
                ? "too slow"
                : String.valueOf(
                        failure.getCause() == null
                                ? failure.getClass().getSimpleName()
                                : failure.getCause().getClass().getSimpleName());
    }

    static Said read(ExecutionException failure) {
        for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BadJwtException) {
                return new Said.NotBelieved("token");
            }
            if (cause instanceof JwtException || cause instanceof RestClientException) {
                return new Said.Down(cause.getClass().getSimpleName());
            }
        }
        return failure.getCause() instanceof OAuth2AuthenticationException refused
                ? refused(refused.getError().getErrorCode())
                : new Said.Down(down(failure));
    }

    private static Said refused(String code) {
        return switch (code) {
            case "invalid_nonce" -> new Said.NotBelieved("nonce");
            case "invalid_id_token" -> new Said.NotBelieved("token");
            case "invalid_state_parameter" -> new Said.NotBelieved("state");
            case "invalid_token_response" -> new Said.Down("token response");
            default -> told(code);
        };
    }
}
