package localgov.ims.approvals;

import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.Money;
import localgov.ims.people.Permission;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Saying how much goes without a second person needs a second person.
@Component
class LimitKind implements ApprovalKind {
    static final String NAME = "approvals.limit";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LimitStore store;
    private final Audit audit;

    LimitKind(LimitStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /// A limit as somebody wants it.
    ///
    /// @param of the kind it limits
    /// @param seen the version it replaces
    record Wanted(String of, long each, long byOne, long forOne, int days, int seen) {
        static Wanted of(String kind, Limit limit, int seen) {
            return new Wanted(
                    kind,
                    limit.each().pence(),
                    limit.byOne().pence(),
                    limit.forOne().pence(),
                    limit.days(),
                    seen);
        }

        String json() {
            return JSON.writeValueAsString(this);
        }

        static Wanted read(String json) {
            return JSON.readValue(json, Wanted.class);
        }

        Limit limit() {
            return new Limit(Money.pence(each), Money.pence(byOne), Money.pence(forOne), days);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "approvals.kind.limit";
    }

    @Override
    public Permission approver() {
        return Permission.APPROVE;
    }

    @Override
    public Optional<Permission> asker() {
        return Optional.of(Permission.CHANGE_SETTINGS);
    }

    @Override
    public Optional<String> evidence(Request request) {
        return Optional.of(
                LimitScreens.PATH + "/" + Wanted.read(request.payload()).of());
    }

    @Override
    public Carried carryOut(Request request) {
        var wanted = Wanted.read(request.payload());
        if (!store.set(wanted.of(), wanted.limit(), wanted.seen())) {
            return new Carried.Stale(
                    "The limit has been changed since this was asked for.",
                    "Mae’r terfyn wedi’i newid ers i rywun ofyn am hyn.");
        }
        var decision = request.decision();
        audit.note(
                decision == null ? request.asked().signature() : decision.by().signature(),
                "approvals.limit-set",
                "limit:" + wanted.of(),
                "Asked for by " + request.asked().signature(),
                request.changes());
        return new Carried.Done();
    }
}
