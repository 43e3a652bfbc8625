package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import localgov.ims.audit.Audit;
import localgov.ims.audit.Note;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes a request that is sent again the same request: the key in `Idempotency-Key` stands for one body and one
/// reply.
///
/// What the request does, and the key with the reply, are one database transaction. So a reply is kept
/// exactly when what it says was done, and after a crash the key is as unused as the money unmoved. The
/// key is written last: of two requests with one key the second waits there for the first, finds the
/// key taken, is undone as a whole and gives the first one's reply. A refusal changes nothing and uses
/// no key up: what was put right may be sent again under the same key.
@Component
class Once {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final OnceStore store;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final JsonMapper json;

    Once(OnceStore store, Audit audit, TransactionTemplate transactions, InstantSource clock, JsonMapper json) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /// The key of a request that must have one, or what is wrong with it.
    Optional<Problem> keyProblem(HttpServletRequest request, boolean needed) {
        var key = request.getHeader(HEADER);
        if (key == null) {
            return needed
                    ? Optional.of(Problem.badRequest(
                            "idempotency_key_missing",
                            "Send an %s of your own making, so that sending again cannot move money twice."
                                    .formatted(HEADER)))
                    : Optional.empty();
        }
        return FORM.matcher(key).matches()
                ? Optional.empty()
                : Optional.of(Problem.badRequest(
                        "idempotency_key_invalid", "%s is 1 to 255 visible characters.".formatted(HEADER)));
    }

    /// What a request did.
    ///
    /// @param note what the audit says of it, or nothing when that has been written already
    record Done(ResponseEntity<Object> reply, @Nullable Note note) {}

    /// Does the work once for the request's key. Without a key it is simply done.
    ///
    /// @param caller the keys of different callers are different keys
    ResponseEntity<Object> reply(
            HttpServletRequest request, String caller, JsonNode body, Supplier<ResponseEntity<Object>> work) {
        return noted(request, caller, body, () -> new Done(work.get(), null));
    }

    /// The same for work that leaves its note to be written together with the key.
    ResponseEntity<Object> noted(HttpServletRequest request, String caller, JsonNode body, Supplier<Done> work) {
        var key = request.getHeader(HEADER);
        if (key == null) {
            return transactions.execute(status -> {
                var done = unlessRefused(work.get(), status::setRollbackOnly);
                if (done.note() != null) {
                    audit.write(done.note());
                }
                return done.reply();
            });
        }
        var digest = digest(request.getMethod() + " " + request.getRequestURI(), body);
        return transactions.execute(status -> {
            var done = unlessRefused(work.get(), status::setRollbackOnly);
            return done.reply().getStatusCode().is2xxSuccessful()
                    ? keep(caller, key, kept(digest, done.reply()), done.note(), status::setRollbackOnly)
                    : store.kept(caller, key)
                            .map(earlier -> again(earlier, digest))
                            .orElse(done.reply());
        });
    }

    /// The same for work that somebody writes down together with the key, once, if that can be.
    ///
    /// @param done what will have been done
    /// @param writes writes both, or says that neither is written
    /// @return nothing when neither is: then [#noted] says what becomes of it
    Optional<ResponseEntity<Object>> together(
            HttpServletRequest request, String caller, JsonNode body, Done done, Predicate<OnceStore.Key> writes) {
        var key = request.getHeader(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        var kept = kept(digest(request.getMethod() + " " + request.getRequestURI(), body), done.reply());
        return writes.test(new OnceStore.Key(caller, key, kept)) ? Optional.of(written(kept, false)) : Optional.empty();
    }

    private static Done unlessRefused(Done done, Runnable rollBack) {
        if (!done.reply().getStatusCode().is2xxSuccessful()) {
            rollBack.run();
        }
        return done;
    }

    private ResponseEntity<Object> keep(
            String caller, String key, OnceStore.Kept reply, @Nullable Note note, Runnable rollBack) {
        if (store.keep(caller, key, reply, clock.instant(), note)) {
            return written(reply, false);
        }
        rollBack.run();
        return again(store.kept(caller, key).orElseThrow(), reply.digest());
    }

    private OnceStore.Kept kept(byte[] digest, ResponseEntity<Object> done) {
        return new OnceStore.Kept(
                digest,
                done.getStatusCode().value(),
                json.writeValueAsString(done.getBody()),
                done.getHeaders().getFirst(HttpHeaders.LOCATION));
    }

    private static ResponseEntity<Object> again(OnceStore.Kept kept, byte[] digest) {
        return MessageDigest.isEqual(kept.digest(), digest)
                ? written(kept, true)
                : Problem.conflict(
                                "idempotency_key_reused",
                                "This %s was used for another request. Make a new one for a new request."
                                        .formatted(HEADER))
                        .reply();
    }

    private static ResponseEntity<Object> written(OnceStore.Kept kept, boolean replayed) {
        var reply = ResponseEntity.status(kept.status())
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (kept.location() != null) {
            reply.header(HttpHeaders.LOCATION, kept.location());
        }
        if (replayed) {
            reply.header(REPLAYED, "true");
        }
        return reply.body(kept.reply().getBytes(StandardCharsets.UTF_8));
    }

    /// The same for two bodies that mean the same: the order of an object's fields and the space between them do
    /// not count.
    private byte[] digest(String call, JsonNode body) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(call.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return sha.digest(ordered(body).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ordered(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, String>();
            node.properties().forEach(field -> fields.put(quoted(field.getKey()), ordered(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            return node.values().stream().map(this::ordered).toList().toString();
        }
        return node.isString() ? quoted(node.stringValue()) : node.toString();
    }

    /// As JSON has it; most texts need no escapes, and writing them is most of what a digest costs.
    private String quoted(String text) {
        return text.chars().allMatch(sign -> sign >= ' ' && sign <= '~' && sign != '"' && sign != '\\')
                ? '"' + text + '"'
                : json.writeValueAsString(text);
    }
}
