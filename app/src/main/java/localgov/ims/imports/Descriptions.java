package localgov.ims.imports;

import java.util.Map;
import java.util.Optional;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ShippedProfiles;
import localgov.ims.people.Caller;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;

/// The council's own descriptions of files, as they are kept: each version with its sample, agreed to by two people.
@Component
class Descriptions {
    private final Settings settings;

    Descriptions(Settings settings) {
        this.settings = settings;
    }

    /// A description to look at.
    ///
    /// @param version of the council's own; 0 when it has none of this code
    record Known(String code, String name, String definition, String sample, long version) {
        boolean isOwn() {
            return version > 0;
        }
    }

    Optional<Known> find(String code) {
        return own(code)
                .map(entry ->
                        new Known(code, entry.value("name"), entry.value("definition"), sample(code), entry.version()))
                .or(() -> ShippedProfiles.of(code)
                        .map(profile -> new Known(code, profile.name(), profile.json(), "", 0)));
    }

    private String sample(String code) {
        return settings.secret(data(), code, "sample").orElse("");
    }

    /// While it is in use: a retired one does not stand in front of what comes with the system.
    private Optional<Entry> own(String code) {
        return settings.get(data(), code)
                .filter(entry -> !entry.isRetired() && entry.value("open").equals("yes"));
    }

    /// Keeps a description: a new one, or another version of one that is there.
    ///
    /// @param version the one that was looked at; 0 for a new one
    /// @param sample kept encrypted, because it is what payers wrote; the one that is there stays where it is blank
    Saved save(Profile profile, String sample, long version, Caller by) {
        var kept = Samples.shortened(sample);
        var answers = Map.of(
                "code", profile.code(),
                "name", profile.name(),
                "definition", profile.json(),
                "sample", version > 0 && kept.strip().equals(sample(profile.code())) ? "" : kept,
                "open", "yes");
        return version == 0
                ? settings.add(data(), answers, by)
                : settings.change(data(), profile.code(), version, answers, by);
    }

    private ReferenceData data() {
        return settings.type(DescriptionsData.SLUG).orElseThrow();
    }
}
