package localgov.ims.messages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where GOV.UK Notify says that it has news of a message. Whoever does not show the token that was agreed with it
/// says nothing here; and of what is said only which message it is about is believed.
@RestController
class CallbackDoor {
    static final String PATH = "/providers/govuk-notify/callback";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Carriers carriers;
    private final Following following;

    CallbackDoor(Carriers carriers, Following following) {
        this.carriers = carriers;
        this.following = following;
    }

    /// What is not about a message of ours is answered like everything else: another answer has Notify call again.
    @PostMapping(PATH)
    ResponseEntity<Void> hear(
            InputStream body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization)
            throws IOException {
        if (!isNotify(authorization)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        var bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        message(bytes).ifPresent(following::knock);
        return ResponseEntity.noContent().build();
    }

    /// Every token is compared, and each whole, so that the time it takes tells nothing.
    private boolean isNotify(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        var shown = authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
        boolean isOne = false;
        for (var token : carriers.callbackTokens()) {
            isOne |= MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), shown);
        }
        return isOne;
    }

    /// Our reference is the message's id, with the number of the round behind it from the second on.
    private static Optional<UUID> message(byte[] body) {
        try {
            var reference = JSON.readTree(body).path("reference").asString("");
            return reference.length() < 36
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(reference.substring(0, 36)));
        } catch (JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
