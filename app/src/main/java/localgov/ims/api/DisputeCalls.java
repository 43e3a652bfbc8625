package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import localgov.ims.disputes.Dispute;
import localgov.ims.disputes.DisputeId;
import localgov.ims.disputes.DisputeLists;
import localgov.ims.disputes.DisputeState;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Disputed payments, and how they stand. They are answered with the card provider, and what follows for the books
/// follows by itself: there is nothing to send here.
@RestController
@Needs({Permission.SEE_DISPUTES, Permission.HANDLE_DISPUTES})
class DisputeCalls {
    private final DisputeLists lists;

    DisputeCalls(DisputeLists lists) {
        this.lists = lists;
    }

    @Json
    record Page(List<Shown> disputes, @Nullable String next) {}

    /// @param payment the payment's reference; absent when it is not one of ours
    /// @param fee what it costs besides when it is lost
    /// @param lost what is out of the books now
    /// @param unplaced what of that no bill has lost: the council's own loss
    @Json
    record Shown(
            String id,
            String state,
            @Nullable String payment,
            long amount,
            long fee,
            @Nullable String reason,
            @Nullable Instant beganAt,
            Instant foundAt,
            @Nullable Instant evidenceDue,
            List<Line> lines,
            long lost,
            long unplaced,
            @Nullable LocalDate settledOn,
            Provider provider) {}

    @Json
    record Line(@Nullable String fund, @Nullable String account, long amount, long lost) {}

    /// @param name the council's account with it
    /// @param dispute its number of the dispute
    /// @param reference its number of the payment
    @Json
    record Provider(String name, String dispute, String reference) {}

    private static Scope scope() {
        return CurrentCaller.scope(Permission.SEE_DISPUTES, Permission.HANDLE_DISPUTES);
    }

    @GetMapping("/api/v1/disputes")
    ResponseEntity<Object> list(HttpServletRequest request) {
        var asked = new Asked(request, Set.of("state", Asked.AFTER, Asked.LIMIT));
        var states = asked.state(DisputeState.class, "a dispute");
        int limit = asked.limit();
        var place = asked.placeInTime();
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        var found = lists.list(new DisputeLists.Shown(states, place, limit + 1), scope());
        var page = found.subList(0, Math.min(limit, found.size()));
        var last = found.size() > limit ? page.getLast() : null;
        return ResponseEntity.ok(new Page(
                page.stream().map(DisputeCalls::shown).toList(),
                last == null ? null : asked.next(last.foundAt(), last.id())));
    }

    @GetMapping("/api/v1/disputes/{id}")
    ResponseEntity<Object> one(@PathVariable("id") String id) {
        return DisputeId.read(id)
                .flatMap(read -> lists.find(read, scope()))
                .<ResponseEntity<Object>>map(dispute -> ResponseEntity.ok(shown(dispute)))
                .orElseGet(() -> Problem.notFound("There is no such dispute.").reply());
    }

    private static Shown shown(Dispute dispute) {
        var told = dispute.told();
        return new Shown(
                dispute.id().toString(),
                word(dispute.state()),
                Optional.ofNullable(dispute.payment())
                        .map(payment -> payment.reference().toString())
                        .orElse(null),
                dispute.amount().pence(),
                told.fee().pence(),
                told.reason(),
                told.beganAt(),
                dispute.foundAt(),
                told.evidenceDue(),
                dispute.lines().stream()
                        .map(line -> new Line(
                                line.fund(),
                                line.account(),
                                line.amount().pence(),
                                line.lost().pence()))
                        .toList(),
                dispute.booked().lost().pence(),
                dispute.booked().unplaced().pence(),
                told.settledOn(),
                new Provider(told.provider(), told.number(), told.providerReference()));
    }

    private static String word(DisputeState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
