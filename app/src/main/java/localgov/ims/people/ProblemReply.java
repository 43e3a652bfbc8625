package localgov.ims.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;

/// What a program hears when it is not let in, as RFC 9457 writes problems.
final class ProblemReply {
    private ProblemReply() {}

    static void notKnown(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(response, 401, "key_needed", "A valid API key is needed", "Send it as Authorization: Bearer <key>.");
    }

    static void notPermitted(HttpServletResponse response) throws IOException {
        write(
                response,
                403,
                "not_permitted",
                "This key may not do that",
                "Ask the council for a key with the permission.");
    }

    private static void write(HttpServletResponse response, int status, String code, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write("""
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}
                """.formatted(title, status, detail, code));
    }
}
