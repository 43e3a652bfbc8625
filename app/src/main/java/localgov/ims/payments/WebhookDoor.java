package localgov.ims.payments;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Where providers send their messages. Answers at once; what follows is done by somebody else.
@RestController
class WebhookDoor {
    private static final int LONGEST = 1 << 18;

    private final Payments payments;

    WebhookDoor(Payments payments) {
        this.payments = payments;
    }

    /// The signature is over the exact bytes, so they are read as they came.
    @PostMapping("/providers/govuk-pay/webhook")
    ResponseEntity<Void> govukPay(
            InputStream body, @RequestHeader(name = "Pay-Signature", required = false) @Nullable String signature)
            throws IOException {
        var bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return switch (payments.hear(bytes, signature)) {
            case NOTED -> ResponseEntity.ok().build();
            case NOT_SIGNED, DIFFERS ->
                ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        };
    }
}
