package localgov.ims.imports;

import java.util.Optional;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Language;
import org.springframework.stereotype.Component;

/// A posted file is taken back only when two people want it.
@Component
class ReversalKind implements ApprovalKind {
    static final String NAME = "imports.reversal";

    private final Reversing reversing;
    private final ReversalWords words;

    ReversalKind(Reversing reversing, ReversalWords words) {
        this.reversing = reversing;
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "imports.approval.reversal";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.TAKE_IN_FILES);
    }

    @Override
    public Optional<String> evidence(Request request) {
        var path = ImportPages.path(ReversalWords.kept(request.payload()).file());
        return CurrentCaller.may(Permission.SEE_IMPORTS) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public Carried carryOut(Request request) {
        var kept = ReversalWords.kept(request.payload());
        var decision = request.decision();
        if (decision == null) {
            throw new IllegalStateException("Nobody has approved " + request.id());
        }
        var two = new KindOfFile.TwoPeople(
                request.asked().signature(),
                request.asked().id().value(),
                decision.by().signature(),
                decision.by().id().value());
        return switch (reversing.reverse(kept.file(), kept.reason(), two)) {
            case Reversed.Done _ -> new Carried.Done();
            case Reversed.MovedAway(var lines) ->
                new Carried.Stale(words.movedAway(lines, Language.ENGLISH), words.movedAway(lines, Language.WELSH));
            case Reversed.NotPosted _, Reversed.Waiting _, Reversed.AskedBefore _ ->
                new Carried.Stale("It has been taken back already.", "Mae eisoes wedi’i thynnu’n ôl.");
        };
    }
}
