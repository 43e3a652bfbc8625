package localgov.ims.counter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Ask;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.audit.Change;
import localgov.ims.ledger.By;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Taking a payment at the counter back takes a second person, unless the council sets a limit within which it does
/// not.
@Component
class ReversalKind implements ApprovalKind {
    static final String NAME = "counter.reversal";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reversals reversals;
    private final People people;

    ReversalKind(Reversals reversals, People people) {
        this.reversals = reversals;
        this.people = people;
    }

    private record Kept(UUID payment, String method, String reason) {}

    static Ask ask(Reversals.Wish wish, CounterPayment payment, Caller by) {
        var reason = String.valueOf(CounterRules.masked(wish.reason()));
        var kept = new Kept(wish.payment().value(), wish.method(), reason);
        return Ask.of(
                        NAME,
                        Counter.subject(payment.id()),
                        "Take back %s, receipt %s".formatted(payment.total(), payment.reference()),
                        JSON.writeValueAsString(kept),
                        by)
                .as(Reversals.approval(wish))
                .about(payment.total())
                .changing(changes(payment, wish, reason, "Reason", "Goes back by"))
                .inWelsh(
                        "Gwrthdroi %s, derbynneb %s".formatted(payment.total(), payment.reference()),
                        changes(payment, wish, reason, "Rheswm", "Dychwelir drwy"));
    }

    private static List<Change> changes(
            CounterPayment payment, Reversals.Wish wish, String reason, String why, String by) {
        var lines = payment.lines().stream()
                .map(line -> new Change(
                        line.fund() + " " + line.account(), line.amount().toString(), null));
        return Stream.concat(lines, Stream.of(new Change(why, null, reason), new Change(by, null, wish.method())))
                .toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "counter.approval.reversal";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.TAKE_PAYMENTS);
    }

    @Override
    public boolean isAboutMoney() {
        return true;
    }

    /// The receipt, as whoever approves may see it: at the counter, or in the book.
    @Override
    public Optional<String> evidence(Request request) {
        var payment = new CounterId(kept(request).payment());
        if (CurrentCaller.may(Permission.TAKE_PAYMENTS)) {
            return Optional.of(CounterPaths.receipt(payment));
        }
        return CurrentCaller.may(Permission.SEE_RECEIPTS)
                ? reversals.journal(payment).map("/office/receipts/%d-1"::formatted)
                : Optional.empty();
    }

    private static Kept kept(Request request) {
        return JSON.readValue(request.payload(), Kept.class);
    }

    /// It is for the day on which the money was taken, and no day is longer.
    @Override
    public Duration waits() {
        return Duration.ofHours(25);
    }

    /// Within the limits of whoever asked, as they are now.
    @Override
    public Carried carryOut(Request request) {
        var kept = kept(request);
        var wish =
                new Reversals.Wish(request.id().value(), new CounterId(kept.payment()), kept.method(), kept.reason());
        var scope = people.find(request.asked().id())
                .map(asker -> asker.scope(Permission.TAKE_PAYMENTS))
                .orElse(Scope.NOTHING);
        var decision = request.decision();
        if (decision == null) {
            throw new IllegalStateException("Nobody has approved " + request.id());
        }
        var two = By.two(
                request.asked().signature(),
                request.asked().id().value(),
                decision.by().signature(),
                decision.by().id().value());
        return switch (reversals.approved(wish, scope, two)) {
            case Reversed.Done _ -> new Carried.Done();
            case Reversed.TooLate _, Reversed.NeedsApproval _ ->
                new Carried.Stale("It has been taken back already.", "Mae wedi’i wrthdroi eisoes.");
            case Reversed.AnotherDay _ ->
                new Carried.Stale("The day on which it was taken is over.", "Mae’r diwrnod y’i derbyniwyd ar ben.");
            case Reversed.OnCardPage _ ->
                new Carried.Stale(
                        "It goes back as a refund to the card.", "Mae’n mynd yn ôl fel ad-daliad i’r cerdyn.");
            case Reversed.NotByThat _ ->
                new Carried.Stale(
                        "Money does not go back by that method any more.",
                        "Nid yw arian yn mynd yn ôl drwy’r dull hwnnw mwyach.");
            case Reversed.BeingRefunded _ ->
                new Carried.Stale("Some of it is being refunded.", "Mae rhan ohono’n cael ei ad-dalu.");
            case Reversed.NoSuchPayment _ ->
                new Carried.Stale(
                        "Whoever asked can no longer take it back.", "Ni all y sawl a ofynnodd ei wrthdroi mwyach.");
        };
    }
}
