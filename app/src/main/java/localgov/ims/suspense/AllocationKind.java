package localgov.ims.suspense;

import java.util.List;
import java.util.Optional;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Ask;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Limit;
import localgov.ims.approvals.Request;
import localgov.ims.audit.Change;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.journals.Move;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.By;
import localgov.ims.people.Caller;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Placing money from suspense over the council's limit takes a second person. Until the council sets a limit nothing
/// does.
@Component
class AllocationKind implements ApprovalKind {
    static final String NAME = "suspense.allocation";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Suspense suspense;
    private final People people;
    private final Catalogue catalogue;
    private final WordBook book;

    AllocationKind(Suspense suspense, People people, Catalogue catalogue, WordBook book) {
        this.suspense = suspense;
        this.people = people;
        this.catalogue = catalogue;
        this.book = book;
    }

    /// An allocation as it waits. What remained when it was asked for is not kept: it is right while it still fits.
    private record Kept(long item, List<Line> lines) {}

    private record Line(
            String fund,
            String account,
            long pence,
            @Nullable String narrative) {}

    /// The request has the allocation's own id, so that sending it again is neither asked for nor done twice.
    static Ask ask(Allocation asked, SuspenseItem item, List<Move.Target> targets, Money total, Caller by) {
        var kept = new Kept(
                asked.item(),
                targets.stream()
                        .map(part -> new Line(
                                part.fund(), part.accountNumber(), part.amount().pence(), part.narrative()))
                        .toList());
        var changes = targets.stream()
                .map(part -> new Change(
                        part.fund() + " " + part.accountNumber(),
                        null,
                        part.amount().toString()))
                .toList();
        return Ask.of(
                        NAME,
                        Suspense.subject(item),
                        "Place %s of item %d in suspense".formatted(total, item.id()),
                        JSON.writeValueAsString(kept),
                        by)
                .as(new ApprovalId(asked.id()))
                .about(total)
                .changing(changes)
                .inWelsh("Gosod %s o eitem %d sydd mewn arian crog".formatted(total, item.id()), changes);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "suspense.approval.allocation";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.ALLOCATE_SUSPENSE);
    }

    @Override
    public boolean isAboutMoney() {
        return true;
    }

    @Override
    public Limit withoutAsking() {
        return Limit.ANYTHING;
    }

    @Override
    public Optional<String> evidence(Request request) {
        return Optional.of("/office/suspense/" + kept(request).item());
    }

    /// Within the limits of whoever asked, as they are now.
    @Override
    public Carried carryOut(Request request) {
        var kept = kept(request);
        var lines = kept.lines().stream()
                .map(line ->
                        new Allocation.Line(line.fund(), line.account(), Money.pence(line.pence()), line.narrative()))
                .toList();
        var scope = people.find(request.asked().id())
                .map(asker -> asker.scope(Permission.ALLOCATE_SUSPENSE))
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
        return switch (suspense.approved(new Allocation(request.id().value(), kept.item(), lines, null), scope, two)) {
            case Allocated.Done _ -> new Carried.Done();
            case Allocated.Refused(var problems) -> refused(problems.getFirst());
            case Allocated.MoreThanRemains(var left) -> tooMuch(left);
            case Allocated.ChangedByAnother(var left) -> tooMuch(left);
            case Allocated.NoSuchItem _ ->
                new Carried.Stale(
                        "There is no such item, or whoever asked can no longer place it.",
                        "Nid oes y fath eitem, neu ni all pwy bynnag a ofynnodd ei gosod mwyach.");
            case Allocated.SeenBefore _,
                    Allocated.SeenDifferently _,
                    Allocated.NeedsApproval _,
                    Allocated.NeedsAPerson _ ->
                new Carried.Stale("It has been placed already.", "Mae eisoes wedi’i gosod.");
        };
    }

    private Carried refused(Allocated.Problem problem) {
        var inWelsh = new Refusals(catalogue.now(), book.in(Language.WELSH)).inWords(problem);
        return new Carried.Stale(problem.words() + ".", inWelsh + ".");
    }

    private static Carried tooMuch(Money left) {
        return new Carried.Stale(
                "Only %s remains on the item.".formatted(left), "Dim ond %s sy’n weddill ar yr eitem.".formatted(left));
    }

    private static Kept kept(Request request) {
        return JSON.readValue(request.payload(), Kept.class);
    }
}
