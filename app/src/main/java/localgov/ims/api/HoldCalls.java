package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.imports.Holding;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.Imports;
import localgov.ims.imports.ReleaseAsked;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What may be decided about a file that is held: it is refused, or two people are asked to release it.
@RestController
@Needs(Permission.TAKE_IN_FILES)
class HoldCalls {
    private final Imports imports;
    private final Holding holding;
    private final Bodies bodies;

    HoldCalls(Imports imports, Holding holding, Bodies bodies) {
        this.imports = imports;
        this.holding = holding;
        this.bodies = bodies;
    }

    /// @param approval the request that waits for a second person; left out when there is none
    @Json
    record Decided(String id, String state, @Nullable String approval) {}

    private interface Deciding {
        ResponseEntity<Object> about(ImportId id, String reason);
    }

    /// Ends a file of which nothing is in the book. The same bytes may be handed in again afterwards.
    @PostMapping("/api/v1/imports/{id}/refusal")
    ResponseEntity<Object> refuse(@PathVariable("id") String id, HttpServletRequest request, Caller caller)
            throws IOException {
        return decide(
                id,
                request,
                (file, reason) -> holding.refuse(file, reason, caller.signature())
                        ? ResponseEntity.ok(decided(file, null))
                        : tooLate());
    }

    /// Asks a second person to have the file posted although it contradicts itself. A program may not.
    @PostMapping("/api/v1/imports/{id}/release")
    ResponseEntity<Object> release(@PathVariable("id") String id, HttpServletRequest request, Caller caller)
            throws IOException {
        return decide(
                id,
                request,
                (file, reason) -> caller instanceof Person person
                        ? release(file, reason, person)
                        : Problem.needsAPerson().reply());
    }

    private ResponseEntity<Object> release(ImportId file, String reason, Person person) {
        return switch (holding.askToRelease(file, ApprovalId.fresh(), reason, person)) {
            case ReleaseAsked.Waiting(var waits) -> ResponseEntity.accepted().body(decided(file, waits));
            case ReleaseAsked.AskedBefore(var waits) -> ResponseEntity.ok(decided(file, waits));
            case ReleaseAsked.NotHeld _ -> tooLate();
            case ReleaseAsked.CannotPass(var checks) ->
                Problem.conflict("must_be_put_right", "This has to be put right first: " + String.join(", ", checks))
                        .reply();
        };
    }

    private ResponseEntity<Object> decide(String id, HttpServletRequest request, Deciding deciding) throws IOException {
        var file = ImportId.read(id).flatMap(known -> imports.find(known).map(found -> found.id()));
        if (file.isEmpty()) {
            return Problem.notFound("There is no such import.").reply();
        }
        return switch (bodies.read(request)) {
            case Bodies.Body.Wrong(var problem) -> problem.reply();
            case Bodies.Body.Object(var body) -> {
                var sent = Sent.of(body);
                var reason = sent.needed("reason", Holding.LONGEST_REASON);
                var errors = sent.errors();
                yield errors.isEmpty()
                        ? deciding.about(file.get(), reason)
                        : Problem.invalid(errors).reply();
            }
        };
    }

    private Decided decided(ImportId id, @Nullable ApprovalId approval) {
        var state = imports.find(id).map(file -> file.state().name().toLowerCase(Locale.ROOT));
        return new Decided(
                id.toString(),
                state.orElseThrow(),
                Optional.ofNullable(approval).map(ApprovalId::toString).orElse(null));
    }

    private static ResponseEntity<Object> tooLate() {
        return Problem.conflict("not_held", "It is not held, or not any more.").reply();
    }
}
