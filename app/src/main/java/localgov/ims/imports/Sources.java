package localgov.ims.imports;

import static localgov.ims.settings.Phrase.both;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.London;
import localgov.ims.settings.Use;
import localgov.ims.settings.UsedElsewhere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where files come from: which source a file has, and which file has not come today.
@Component
class Sources implements UsedElsewhere {
    private final SourceStore store;
    private final InstantSource clock;

    Sources(SourceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Those that send files.
    List<FileSource> open() {
        return store.open();
    }

    Optional<FileSource> find(@Nullable String code) {
        return store.find(code);
    }

    /// The only source whose files are called so; none when there are several.
    Optional<FileSource> ofName(String fileName) {
        var found =
                store.open().stream().filter(source -> source.sends(fileName)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// @param came the file, once it is there
    /// @param late whether it should be there and is not
    record Expected(FileSource source, Optional<SourceStore.Came> came, boolean late) {}

    /// What is expected today, in the order of the sources' names.
    List<Expected> today() {
        var now = clock.instant();
        var today = London.dayOf(now);
        var came = store.came(beginning(today), beginning(today.plusDays(1)));
        return store.open().stream()
                .filter(source -> source.days().contains(today.getDayOfWeek()))
                .map(source -> expected(source, Optional.ofNullable(came.get(source.code())), now))
                .toList();
    }

    private static Expected expected(FileSource source, Optional<SourceStore.Came> came, Instant now) {
        var due = source.dueBy();
        boolean late = came.isEmpty()
                && due != null
                && now.atZone(London.ZONE).toLocalTime().isAfter(due);
        return new Expected(source, came, late);
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(London.ZONE).toInstant();
    }

    @Override
    public List<Use> of(String type, String key) {
        return switch (type) {
            case "import-sources" ->
                List.of(Use.of(both("Files that came from here", "Ffeiliau a ddaeth oddi yma"), store.sent(key), null));
            case "bank-accounts" ->
                List.of(Use.of(
                        both("Files with statements of it", "Ffeiliau â’i gyfriflenni"), store.about(key), null));
            default -> List.of();
        };
    }
}
