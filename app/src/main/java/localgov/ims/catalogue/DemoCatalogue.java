package localgov.ims.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Settings;
import localgov.ims.settings.SettingsFiles;
import org.springframework.stereotype.Component;

/// The catalogue of the made-up council Aldermere, read from `demo/catalogue/*.csv` as a council's own files
/// would be.
@Component
public class DemoCatalogue {
    private static final String WHO = "system";
    private static final String CUSTOM_FIELDS = "custom-fields";
    private static final List<String> ANSWERED = List.of("funds", "methods-of-payment", "vat-codes", "import-sources");

    private final Settings settings;
    private final SettingsFiles files;

    DemoCatalogue(Settings settings, SettingsFiles files) {
        this.settings = settings;
        this.files = files;
    }

    /// Fills the current council's catalogue; types that have entries already stay as they are. What the demonstration
    /// adds of its own to some types is answered once they are there.
    public void load() {
        var empty = settings.types().stream()
                .filter(data -> settings.list(data).isEmpty())
                .toList();
        empty.forEach(data -> bringIn(data, "/demo/catalogue/%s.csv"));
        if (empty.stream().anyMatch(data -> data.slug().equals(CUSTOM_FIELDS))) {
            ANSWERED.stream()
                    .flatMap(slug -> settings.type(slug).stream())
                    .forEach(data -> bringIn(data, "/demo/answers/%s.csv"));
        }
    }

    private void bringIn(ReferenceData data, String path) {
        var name = path.formatted(data.slug());
        try (var file = DemoCatalogue.class.getResourceAsStream(name)) {
            if (file == null) {
                return;
            }
            var result = files.in(data, new InputStreamReader(file, StandardCharsets.UTF_8), WHO);
            if (!result.kept()) {
                throw new IllegalStateException("%s cannot be brought in: %s".formatted(name, result.problems()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
