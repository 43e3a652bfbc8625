package localgov.ims.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Effect;
import localgov.ims.approvals.Request;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;

/// The change of an entry of a type that needs two people.
@Component
class ChangeApproval implements SettingsApproval {
    static final Phrase NO_TYPE = Phrase.both(
            "There is no such type of reference data any more.", "Nid oes y fath fath o ddata cyfeirio mwyach.");
    private static final Phrase OTHERWISE = Phrase.both(
            "The entry is not as it was when this was asked for. Ask again for what is still wanted.",
            "Nid yw’r cofnod fel yr oedd pan ofynnwyd am hyn. Gofynnwch eto am yr hyn sydd ei eisiau o hyd.");

    private final Entries entries;
    private final Asking asking;
    private final Foreseeing foreseeing;
    private final WhereUsed whereUsed;
    private final List<AskedBy> others;

    ChangeApproval(Entries entries, Asking asking, Foreseeing foreseeing, WhereUsed whereUsed, List<AskedBy> others) {
        this.entries = entries;
        this.asking = asking;
        this.foreseeing = foreseeing;
        this.whereUsed = whereUsed;
        this.others = List.copyOf(others);
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
    public boolean mayAsk(Person asker, Request request) {
        return SettingsApproval.super.mayAsk(asker, request)
                || others.stream()
                        .filter(other -> request.subject().startsWith(other.type() + ":"))
                        .anyMatch(other -> asker.may(other.permission()));
    }

    @Override
    public Optional<String> evidence(Request request) {
        var parts = request.subject().split(":", 2);
        return entries.named(parts[0])
                .map(data -> entries.get(data, parts[1])
                        .map(entry -> SettingsPaths.entry(data, entry.key()))
                        .orElseGet(() -> SettingsPaths.list(data)));
    }

    /// Of a change what it would leave behind, of retiring something what still refers to it.
    @Override
    public List<Effect> effects(Request request) {
        return asking.wish(request)
                .flatMap(wish -> entries.named(wish.type()).map(data -> effects(data, wish)))
                .orElse(List.of());
    }

    private List<Effect> effects(ReferenceData data, Wish wish) {
        return switch (wish.what()) {
            case CHANGED ->
                foreseeing.of(data, wish.key(), wish.answers()).stream()
                        .map(SettingsApproval::effect)
                        .toList();
            case RETIRED -> {
                var uses = whereUsed.of(data, wish.key()).stream()
                        .filter(use -> use.many() > 0)
                        .map(ChangeApproval::effect);
                yield Stream.concat(uses, ofUse(data, wish.key(), false)).toList();
            }
            case ADDED ->
                foreseeing.ofNew(data, wish.answers()).stream()
                        .map(SettingsApproval::effect)
                        .toList();
            case RESTORED -> ofUse(data, wish.key(), true).toList();
        };
    }

    private Stream<Effect> ofUse(ReferenceData data, String key, boolean inUse) {
        return foreseeing.ofUse(data, key, inUse).stream().map(SettingsApproval::effect);
    }

    private static Effect effect(Use use) {
        return new Effect(
                sentence(use, Phrase::english), sentence(use, Phrase::welsh), use.many(), null, List.of(), List.of());
    }

    private static String sentence(Use use, Function<Phrase, String> language) {
        return Stream.of(use.words(), use.then())
                .map(language)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(": "));
    }

    @Override
    public Carried carryOut(Request request) {
        var wish = asking.wish(request);
        if (wish.isEmpty()) {
            return SettingsApproval.stale(NO_TYPE);
        }
        var data = entries.named(wish.get().type()).orElseThrow();
        return switch (asking.carry(data, wish.get(), by(request))) {
            case Saved.Done _ -> new Carried.Done();
            case Saved.Refused(var problems) ->
                SettingsApproval.stale(joined(problems.stream().map(Problem::words), ". "));
            case Saved.StillUsed(var uses) ->
                SettingsApproval.stale(Phrase.both("It is still used: %s", "Mae ar waith o hyd: %s")
                        .filled(joined(uses.stream().map(Use::words), ", ")));
            case Saved.ChangedByAnother _, Saved.NotThere _, Saved.Waiting _, Saved.NeedsAPerson _ ->
                SettingsApproval.stale(OTHERWISE);
        };
    }

    private static Phrase joined(Stream<Phrase> phrases, String between) {
        return phrases.reduce((one, other) ->
                        new Phrase(one.english() + between + other.english(), one.welsh() + between + other.welsh()))
                .orElse(Phrase.NONE);
    }
}
