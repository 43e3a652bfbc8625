package localgov.ims.settings;

import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import org.springframework.stereotype.Component;

/// The change of an entry of a type that needs two people.
@Component
class ChangeApproval implements SettingsApproval {
    private static final String OTHERWISE =
            "The entry is not as it was when this was asked for. Ask again for what is still wanted.";

    private final Entries entries;
    private final Asking asking;

    ChangeApproval(Entries entries, Asking asking) {
        this.entries = entries;
        this.asking = asking;
    }

    @Override
    public String name() {
        return Asking.CHANGE;
    }

    @Override
    public String words() {
        return "settings.approval.change";
    }

    @Override
    public Optional<String> evidence(Request request) {
        var parts = request.subject().split(":", 2);
        return entries.named(parts[0])
                .map(data -> entries.get(data, parts[1])
                        .map(entry -> SettingsPaths.entry(data, entry.key()))
                        .orElseGet(() -> SettingsPaths.list(data)));
    }

    @Override
    public Carried carryOut(Request request) {
        var wish = asking.wish(request);
        if (wish.isEmpty()) {
            return new Carried.Stale("There is no such type of reference data any more.");
        }
        var data = entries.named(wish.get().type()).orElseThrow();
        return switch (asking.carry(data, wish.get(), by(request))) {
            case Saved.Done _ -> new Carried.Done();
            case Saved.Refused(var problems) ->
                new Carried.Stale(problems.stream()
                        .map(problem -> problem.words().english())
                        .collect(Collectors.joining(". ")));
            case Saved.StillUsed(var uses) ->
                new Carried.Stale("It is still used: "
                        + uses.stream().map(use -> use.words().english()).collect(Collectors.joining(", ")));
            case Saved.ChangedByAnother _, Saved.NotThere _, Saved.Waiting _, Saved.NeedsAPerson _ ->
                new Carried.Stale(OTHERWISE);
        };
    }
}
