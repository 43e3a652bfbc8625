package localgov.ims.directory;

import java.util.List;
import java.util.Optional;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;

/// The directories of the current council with which people can sign in.
@Component
class Providers {
    private final Settings settings;

    Providers(Settings settings) {
        this.settings = settings;
    }

    List<Entry> open() {
        return settings.list(DirectoryData.DIRECTORIES).stream()
                .filter(entry -> !entry.isRetired() && entry.value("open").equals("yes"))
                .toList();
    }

    Optional<Provider> find(String code) {
        return open().stream()
                .filter(entry -> entry.key().equals(code))
                .findFirst()
                .map(entry -> Provider.of(
                        entry,
                        settings.secret(DirectoryData.DIRECTORIES, entry.key(), "client_secret")
                                .orElse("")));
    }
}
