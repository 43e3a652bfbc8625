package localgov.ims.api;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import localgov.ims.imports.ImportId;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.suspense.Allocated;
import localgov.ims.suspense.Allocation;
import localgov.ims.suspense.Queue;
import localgov.ims.suspense.Suggestion;
import localgov.ims.suspense.Suspense;
import localgov.ims.suspense.SuspenseItem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Money that nobody could place: what is open, and placing it.
@RestController
class SuspenseCalls {
    private static final int LONGEST_NAME = 200;
    private static final String IMPORT = "import";

    private final Suspense suspense;
    private final Bodies bodies;
    private final Once once;
    private final InstantSource clock;

    SuspenseCalls(Suspense suspense, Bodies bodies, Once once, InstantSource clock) {
        this.suspense = suspense;
        this.bodies = bodies;
        this.once = once;
        this.clock = clock;
    }

    @Json
    record Items(
            List<Item> items,
            long open,
            long remaining,
            @Nullable String next) {}

    /// @param amount what came in, `remaining` what has not been placed; pence
    @Json
    record Item(
            long id,
            long amount,
            long remaining,
            LocalDate happenedOn,
            long ageDays,
            @Nullable String payer,
            @Nullable String narrative,
            String reason,
            String reasonText,
            Source source,
            List<Suggested> suggestions) {}

    @Json
    record Source(String kind, String id, int line) {}

    @Json
    record Suggested(String fund, String fundName, String account, List<String> reasons) {}

    @GetMapping("/api/v1/suspense")
    @Needs({Permission.SEE_SUSPENSE, Permission.ALLOCATE_SUSPENSE})
    ResponseEntity<Object> open(HttpServletRequest request) {
        var asked = new Asked(request, Set.of("order", "q", "reason", "amount", Asked.AFTER, Asked.LIMIT));
        var order = order(asked);
        int limit = asked.limit();
        var queue =
                new Queue(order, asked.text("q"), asked.text("reason"), asked.pence("amount"), place(asked), limit + 1);
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        var found = suspense.open(queue, scope());
        var page = found.subList(0, Math.min(limit, found.size()));
        var suggestions = suspense.suggestions(page);
        var last = found.size() > limit ? page.getLast() : null;
        var standing = suspense.standing(scope());
        return ResponseEntity.ok(new Items(
                page.stream().map(item -> item(item, suggestions)).toList(),
                standing.items(),
                standing.remaining().pence(),
                last == null
                        ? null
                        : asked.next(last.happenedOn(), last.remaining().pence(), last.id())));
    }

    private static Scope scope() {
        return CurrentCaller.scope(Permission.SEE_SUSPENSE, Permission.ALLOCATE_SUSPENSE);
    }

    private static Queue.Order order(Asked asked) {
        var given = asked.text("order");
        if (given == null || given.equals("oldest")) {
            return Queue.Order.OLDEST;
        }
        if (!given.equals("largest")) {
            asked.note("order", "unknown", "This must be oldest or largest.");
        }
        return Queue.Order.LARGEST;
    }

    private static Queue.@Nullable Place place(Asked asked) {
        var parts = asked.after(3);
        if (parts.isEmpty()) {
            return null;
        }
        try {
            return new Queue.Place(
                    LocalDate.parse(parts.get().get(0)),
                    Money.pence(Long.parseLong(parts.get().get(1))),
                    Long.parseLong(parts.get().get(2)));
        } catch (DateTimeParseException | NumberFormatException e) {
            asked.wrongPlace();
            return null;
        }
    }

    private Item item(SuspenseItem item, Map<Long, List<Suggestion>> suggestions) {
        return new Item(
                item.id(),
                item.amount().pence(),
                item.remaining().pence(),
                item.happenedOn(),
                item.ageOn(London.dayOf(clock.instant())),
                item.payer(),
                item.narrative(),
                item.reason(),
                item.words(),
                source(item),
                suggestions.getOrDefault(item.id(), List.of()).stream()
                        .filter(one -> scope().allowsFund(one.fund()))
                        .map(one -> new Suggested(one.fund(), one.fundName(), one.account(), one.inWords()))
                        .toList());
    }

    /// A file is named as its own call names it.
    private static Source source(SuspenseItem item) {
        var id = item.sourceKind().equals(IMPORT)
                ? new ImportId(UUID.fromString(item.sourceId())).toString()
                : item.sourceId();
        return new Source(item.sourceKind(), id, item.line());
    }

    @GetMapping("/api/v1/suspense/{id}")
    @Needs({Permission.SEE_SUSPENSE, Permission.ALLOCATE_SUSPENSE})
    ResponseEntity<Object> one(@PathVariable("id") String id) {
        return suspense.item(number(id), scope())
                .<ResponseEntity<Object>>map(
                        found -> ResponseEntity.ok(item(found, suspense.suggestions(List.of(found)))))
                .orElseGet(() -> nothing().reply());
    }

    /// @param amount what this allocation placed, `remaining` what is left on the item; pence
    @Json
    record Placed(String id, long item, long amount, long remaining, long journal, List<PlacedLine> lines) {}

    @Json
    record PlacedLine(String fund, String account, long amount) {}

    @PostMapping(path = "/api/v1/suspense/{id}/allocations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.ALLOCATE_SUSPENSE)
    ResponseEntity<Object> allocate(@PathVariable("id") String id, HttpServletRequest request, Caller caller)
            throws IOException {
        var keyProblem = once.keyProblem(request, true);
        if (keyProblem.isPresent()) {
            return keyProblem.get().reply();
        }
        return switch (bodies.read(request)) {
            case Bodies.Body.Wrong(var problem) -> problem.reply();
            case Bodies.Body.Object(var node) ->
                once.reply(request, caller.signature(), node, () -> allocate(number(id), node, caller));
        };
    }

    private ResponseEntity<Object> allocate(long item, JsonNode body, Caller caller) {
        var sent = Sent.of(body);
        var lines = sent.list("lines").stream()
                .map(line -> new Allocation.Line(
                        line.needed("fund", LONGEST_NAME),
                        line.needed("account", LONGEST_NAME),
                        line.pence("amount"),
                        line.text("narrative", LONGEST_NAME)))
                .toList();
        var seen = sent.optionalPence("remaining_seen");
        var errors = sent.errors();
        if (!errors.isEmpty()) {
            return Problem.invalid(errors).reply();
        }
        var id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        return switch (suspense.allocate(new Allocation(id, item, lines, seen), caller)) {
            case Allocated.Done done -> placed(item, done, lines);
            case Allocated.NoSuchItem _ -> nothing().reply();
            case Allocated.Refused refused ->
                Problem.invalid(refused.problems().stream()
                                .map(SuspenseCalls::field)
                                .toList())
                        .reply();
            case Allocated.MoreThanRemains more -> moreThan(more.remaining()).reply();
            case Allocated.ChangedByAnother changed ->
                changed(changed.remaining()).reply();
            case Allocated.NeedsAPerson _ ->
                Problem.conflict(
                                "needs_two_people",
                                "This is over the council's limit for one: somebody has to place it in the office, and a"
                                        + " colleague has to approve it.")
                        .reply();
            case Allocated other -> throw new IllegalStateException("A new allocation was not new: " + other);
        };
    }

    private static ResponseEntity<Object> placed(long item, Allocated.Done done, List<Allocation.Line> lines) {
        var total = lines.stream().map(Allocation.Line::amount).reduce(Money.ZERO, Money::plus);
        return ResponseEntity.created(URI.create("/api/v1/suspense/" + item))
                .body(new Placed(
                        done.id().toString(),
                        item,
                        total.pence(),
                        done.remaining().pence(),
                        done.journal().value(),
                        lines.stream()
                                .map(line -> new PlacedLine(
                                        line.fund(),
                                        line.account(),
                                        line.amount().pence()))
                                .toList()));
    }

    private static Problem.Field field(Allocated.Problem problem) {
        var field =
                problem.line() == 0 ? problem.field() : "lines[%d].%s".formatted(problem.line() - 1, problem.field());
        return Problem.Field.of(field, problem.code(), problem.words());
    }

    private static Problem moreThan(Money remaining) {
        var detail = "%s remains on this item.".formatted(remaining);
        return Problem.unprocessable(
                "more_than_remains", detail, List.of(Problem.Field.of("lines", "more_than_remains", detail)));
    }

    private static Problem changed(Money remaining) {
        return Problem.conflict(
                "changed_by_another",
                remaining.isZero()
                        ? "Nothing remains on this item: it has been placed."
                        : "Somebody else was quicker: %s remains on this item.".formatted(remaining));
    }

    private static Problem nothing() {
        return Problem.notFound("There is no such item of suspense.");
    }

    /// The number of an item; one that no item has when it is no number.
    private static long number(String id) {
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
    }
}
