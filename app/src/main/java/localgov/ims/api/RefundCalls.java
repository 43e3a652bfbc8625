package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.Place;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.people.ApiKey;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.refunds.Received;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.RefundLists;
import localgov.ims.refunds.RefundState;
import localgov.ims.refunds.Refunds;
import localgov.ims.refunds.Wanting;
import localgov.ims.refunds.Wish;
import localgov.ims.webhooks.SeenByPrograms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Money given back: asking for it, and how it stands. There is no field for where it goes: it goes to whoever
/// paid.
@RestController
class RefundCalls implements SeenByPrograms {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 200;

    private final Refunds refunds;
    private final RefundLists lists;
    private final Payments payments;
    private final Bodies bodies;
    private final Once once;
    private final InstantSource clock;

    RefundCalls(Refunds refunds, RefundLists lists, Payments payments, Bodies bodies, Once once, InstantSource clock) {
        this.refunds = refunds;
        this.lists = lists;
        this.payments = payments;
        this.bodies = bodies;
        this.once = once;
        this.clock = clock;
    }

    @Json
    record Page(List<Shown> refunds, @Nullable String next) {}

    /// @param receipt the receipt it gives back from, as `journal-line`
    /// @param way `card` or `bank`
    /// @param failure why it failed, in a word; only then
    @Json
    record Shown(
            String reference,
            String state,
            String way,
            long amount,
            String receipt,
            List<Line> lines,
            String reason,
            @Nullable String proposedBy,
            @Nullable String askedBy,
            Instant createdAt,
            @Nullable LocalDate sentOn,
            @Nullable String failure) {}

    /// @param pot `surcharges` or `suspense`, where it is no fund's money
    @Json
    record Line(
            int line,
            @Nullable String fund,
            @Nullable String pot,
            @Nullable String account,
            long amount) {}

    @Override
    public String kind() {
        return "refund";
    }

    /// A refund belongs to whoever had the payment made that it gives back.
    @Override
    public Optional<SeenByPrograms.Shown> of(UUID id, ApiKey program) {
        var scope = program.scope(Permission.SEE_REFUNDS).or(program.scope(Permission.ASK_REFUNDS));
        return refunds.find(new RefundId(id), scope)
                .map(refund -> new SeenByPrograms.Shown(
                        refund.reference().toString(),
                        refund.payment()
                                .flatMap(payments::find)
                                .map(Payment::askedBy)
                                .orElse(""),
                        shown(refund)));
    }

    private static Scope scope() {
        return CurrentCaller.scope(Permission.SEE_REFUNDS, Permission.ASK_REFUNDS);
    }

    @GetMapping("/api/v1/refunds")
    @Needs({Permission.SEE_REFUNDS, Permission.ASK_REFUNDS})
    ResponseEntity<Object> list(HttpServletRequest request) {
        var asked = new Asked(request, Set.of("state", Asked.AFTER, Asked.LIMIT));
        var states = asked.state(RefundState.class, "a refund");
        int limit = asked.limit();
        var place = asked.placeInTime();
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        var found = lists.list(new RefundLists.Shown(states, null, place, limit + 1), scope());
        var page = found.subList(0, Math.min(limit, found.size()));
        var last = found.size() > limit ? page.getLast() : null;
        return ResponseEntity.ok(new Page(
                page.stream().map(RefundCalls::shown).toList(),
                last == null ? null : asked.next(last.createdAt(), last.id())));
    }

    @GetMapping("/api/v1/refunds/{reference}")
    @Needs({Permission.SEE_REFUNDS, Permission.ASK_REFUNDS})
    ResponseEntity<Object> one(@PathVariable("reference") String reference) {
        return PublicReference.read(reference)
                .flatMap(read -> refunds.find(read, scope()))
                .<ResponseEntity<Object>>map(refund -> ResponseEntity.ok(shown(refund)))
                .orElseGet(() -> Problem.notFound("There is no such refund.").reply());
    }

    @PostMapping(path = "/api/v1/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.ASK_REFUNDS)
    ResponseEntity<Object> ask(HttpServletRequest request, Caller caller) throws IOException {
        var keyProblem = once.keyProblem(request, true);
        if (keyProblem.isPresent()) {
            return keyProblem.get().reply();
        }
        return switch (bodies.read(request)) {
            case Bodies.Body.Wrong(var problem) -> problem.reply();
            case Bodies.Body.Object(var node) -> once.reply(request, caller.signature(), node, () -> ask(node, caller));
        };
    }

    private ResponseEntity<Object> ask(JsonNode body, Caller caller) {
        var sent = Sent.of(body);
        var payment = sent.text("payment", LONGEST_NAME);
        var place = sent.text("receipt", LONGEST_NAME);
        var reason = sent.needed("reason", LONGEST_REASON);
        var parts = body.hasNonNull("lines") ? parts(sent) : null;
        if ((payment == null) == (place == null)) {
            sent.note("payment", "one_of_two", "Send either the payment's reference or the receipt, as journal-line.");
        }
        var errors = sent.errors();
        if (!errors.isEmpty()) {
            return Problem.invalid(errors).reply();
        }
        var scope = caller.scope(Permission.ASK_REFUNDS);
        return found(payment, place, scope)
                .map(found -> ask(found, parts, reason, caller))
                .orElseGet(() -> nothing().reply());
    }

    private static List<Wish.Part> parts(Sent sent) {
        return sent.list("lines").stream()
                .map(line -> new Wish.Part(
                        (int) Math.clamp(line.pence("line").pence(), 0, Integer.MAX_VALUE), line.pence("amount")))
                .toList();
    }

    private record Found(Received receipt, int line) {}

    private Optional<Found> found(@Nullable String payment, @Nullable String place, Scope scope) {
        if (payment != null) {
            return PublicReference.read(payment)
                    .flatMap(read -> refunds.receipt(read, scope))
                    .map(receipt -> new Found(receipt, 1));
        }
        return Place.read(place == null ? "" : place)
                .flatMap(at ->
                        refunds.receipt(at.journal(), at.line(), scope).map(receipt -> new Found(receipt, at.line())));
    }

    /// Without lines it is all that is left.
    private ResponseEntity<Object> ask(Found found, @Nullable List<Wish.Part> parts, String reason, Caller caller) {
        var receipt = found.receipt();
        var wanted = parts != null
                ? parts
                : receipt.lines().stream()
                        .filter(line -> line.left().isPositive())
                        .map(line -> new Wish.Part(line.line(), line.left()))
                        .toList();
        if (wanted.isEmpty()) {
            return moreThan(Money.ZERO).reply();
        }
        var wish = new Wish(RefundId.at(clock.instant()), receipt.journal(), found.line(), wanted, reason, null);
        return switch (refunds.ask(wish, caller)) {
            case Wanting.Waiting(var refund) -> made(refund);
            case Wanting.Going(var refund) -> made(refund);
            case Wanting.Proposed(var refund) -> made(refund);
            case Wanting.NoSuchReceipt _ -> nothing().reply();
            case Wanting.NotPossible(var why) -> notPossible(why).reply();
            case Wanting.MoreThanLeft(var _, var left) -> moreThan(left).reply();
            case Wanting.Refused(var problems) ->
                Problem.invalid(problems.stream().map(RefundCalls::field).toList())
                        .reply();
            case Wanting other -> throw new IllegalStateException("A new refund was not new: " + other);
        };
    }

    private static ResponseEntity<Object> made(Refund refund) {
        return ResponseEntity.created(URI.create("/api/v1/refunds/" + refund.reference()))
                .body(shown(refund));
    }

    private static Shown shown(Refund refund) {
        return new Shown(
                refund.reference().toString(),
                word(refund.state()),
                word(refund.way()),
                refund.amount().pence(),
                refund.journal() + "-" + refund.parts().getFirst().line(),
                refund.parts().stream()
                        .map(part -> new Line(
                                part.line(),
                                part.fund(),
                                part.pot(),
                                part.account(),
                                part.amount().pence()))
                        .toList(),
                refund.reason(),
                refund.proposedBy().orElse(null),
                refund.askedBy().orElse(null),
                refund.createdAt(),
                refund.sentOn().orElse(null),
                refund.failure().map(RefundCalls::word).orElse(null));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static Problem.Field field(Wanting.Problem problem) {
        var field =
                problem.part() == 0 ? problem.field() : "lines[%d].%s".formatted(problem.part() - 1, problem.field());
        return Problem.Field.of(field, problem.code(), problem.words() + ".");
    }

    private static Problem moreThan(Money left) {
        var detail = "%s is left to give back.".formatted(left);
        return Problem.unprocessable(
                "more_than_left", detail, List.of(Problem.Field.of("lines", "more_than_left", detail)));
    }

    private static Problem notPossible(Received.WhyNot why) {
        var detail = switch (why) {
            case CARD_ELSEWHERE ->
                "It was paid by card, but not through a provider of the council's: it is given back where the"
                        + " card was used.";
            case NOT_COLLECTED -> "Its provider could not collect it: there is nothing to give back.";
            case DISPUTED -> "Its payer disputes it with their bank: what is left of it is kept for that.";
            case NOT_REFUNDABLE -> "Its method of payment takes no refunds.";
        };
        return Problem.conflict("not_refundable", detail);
    }

    private static Problem nothing() {
        return Problem.notFound("There is no such receipt.");
    }
}
