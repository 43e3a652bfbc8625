package localgov.ims.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// What went wrong with a call, as RFC 9457 writes it. `code` is stable: programs may rely on it.
///
/// @param errors what is wrong with which field, when the caller can put it right
/// @param reference leads us to what happened, when the fault is ours
@Json
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable List<Field> errors,
        @Nullable String reference) {

    /// @param field where it stands: `lines[0].account`, or the name of a parameter or header
    @Json
    record Field(String field, String code, String detail) {
        /// Codes are written with underscores here, with hyphens within the house.
        static Field of(String field, String code, String detail) {
            return new Field(field, code.replace('-', '_'), detail);
        }
    }

    private static Problem of(int status, String code, String title, String detail) {
        return new Problem("about:blank", title, status, detail, code, null, null);
    }

    static Problem notReadable(String detail) {
        return of(400, "not_readable", "The request cannot be read", detail);
    }

    static Problem badRequest(String code, String detail) {
        return of(400, code, "The request is not complete", detail);
    }

    static Problem notFound(String detail) {
        return of(404, "not_found", "There is no such thing", detail);
    }

    static Problem methodNotAllowed(HttpMethod method) {
        return of(
                405,
                "method_not_allowed",
                "This cannot be done here",
                "%s is not offered at this address.".formatted(method));
    }

    static Problem unsupportedType(String detail) {
        return of(415, "unsupported_media_type", "The form of the request is not known here", detail);
    }

    static Problem tooLarge(String detail) {
        return of(413, "too_large", "The request is too large", detail);
    }

    static Problem conflict(String code, String detail) {
        return of(409, code, "It is not as the request supposes", detail);
    }

    static Problem preconditionFailed(String code, String detail) {
        return of(412, code, "It is not as the request supposes", detail);
    }

    static Problem needsAPerson() {
        return of(
                403,
                "needs_a_person",
                "A program may not do this",
                "This needs two people. Somebody has to ask for it in the office.");
    }

    static Problem preconditionRequired(String detail) {
        return of(428, "version_needed", "The request does not say what it supposes", detail);
    }

    static Problem unprocessable(String code, String detail, List<Field> errors) {
        return new Problem("about:blank", "The request cannot be carried out", 422, detail, code, errors, null);
    }

    static Problem invalid(List<Field> errors) {
        return unprocessable(
                "invalid",
                errors.size() == 1
                        ? errors.getFirst().detail()
                        : "There are %d things to put right.".formatted(errors.size()),
                errors);
    }

    static Problem ours(String reference) {
        return new Problem(
                "about:blank",
                "Something went wrong here",
                500,
                "It is our fault and nothing was done. Quote the reference when you ask about it.",
                "internal_error",
                null,
                reference);
    }

    ResponseEntity<Object> reply() {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }
}
