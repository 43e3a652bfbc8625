package localgov.ims.payments;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.kernel.PublicReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Where the reply to a form arrives: with the payer's browser, and from the provider itself. Both bring the
/// same, and whatever else they bring is ignored.
@RestController
class FormReplyDoor {
    private static final String REFERENCE = "req_reference_number";

    private final FormReplies replies;

    FormReplyDoor(FormReplies replies) {
        this.replies = replies;
    }

    @PostMapping("/providers/smartpay/reply")
    ResponseEntity<Void> told(@RequestParam MultiValueMap<String, String> form) {
        var status = hear(once(form)) ? HttpStatus.OK : HttpStatus.FORBIDDEN;
        return ResponseEntity.status(status).build();
    }

    /// The payer goes on to where every payer comes back to, which believes nothing and asks the provider.
    @PostMapping("/providers/smartpay/return")
    ResponseEntity<Void> brought(@RequestParam MultiValueMap<String, String> form) {
        var fields = once(form);
        if (!hear(fields)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var home = Optional.ofNullable(fields.get(REFERENCE))
                .flatMap(PublicReference::read)
                .map("/payments/%s/return"::formatted)
                .orElse("/");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(home))
                .build();
    }

    private boolean hear(Map<String, String> fields) {
        return replies.hear(fields) == Heard.NOTED;
    }

    /// A field that comes twice could be signed as one thing and read as another: then nothing is read.
    private static Map<String, String> once(MultiValueMap<String, String> form) {
        return form.values().stream().allMatch(values -> values.size() == 1)
                ? form.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> field.getValue().getFirst()))
                : Map.of();
    }
}
