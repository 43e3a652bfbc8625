package localgov.ims.imports;

import static localgov.ims.settings.Phrase.both;

import java.util.List;
import java.util.Optional;
import localgov.ims.settings.Use;
import localgov.ims.settings.UsedElsewhere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where files come from: which source a file has.
@Component
class Sources implements UsedElsewhere {
    private final SourceStore store;

    Sources(SourceStore store) {
        this.store = store;
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
