package localgov.ims.settings;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Every declared type and what is written down in it, read only.
@Component
class Entries {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() {};

    private final List<ReferenceData> types;
    private final SettingsStore store;
    private final CustomFields custom;

    Entries(List<ReferenceData> types, SettingsStore store) {
        this.types = List.copyOf(types);
        this.store = store;
        this.custom = new CustomFields(store);
    }

    /// As they were declared.
    List<ReferenceData> types() {
        return types;
    }

    /// With the fields that the current council has added.
    Optional<ReferenceData> named(String slug) {
        return types.stream()
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(custom::with);
    }

    List<Entry> list(ReferenceData data) {
        return store.all(data);
    }

    Optional<Entry> get(ReferenceData data, String key) {
        return data.keyParts(key).flatMap(parts -> store.find(data, parts));
    }

    List<Entry> asAt(ReferenceData data, LocalDate day) {
        var current = store.all(data).stream().filter(entry -> !entry.isRetired());
        if (!data.dated()) {
            return current.toList();
        }
        var latest = new LinkedHashMap<String, Entry>();
        var from = data.key().getLast().column();
        current.filter(entry -> !LocalDate.parse(entry.value(from)).isAfter(day))
                .forEach(entry ->
                        latest.put(entry.key().substring(0, entry.key().lastIndexOf('~')), entry));
        return List.copyOf(latest.values());
    }

    List<Change> history(ReferenceData data, String key) {
        return store.changes(data, key).stream()
                .map(row -> new Change(
                        row.data(),
                        row.key(),
                        row.what(),
                        row.who(),
                        row.approvedBy(),
                        row.at(),
                        JSON.readValue(row.before(), COLUMNS),
                        JSON.readValue(row.after(), COLUMNS)))
                .toList();
    }
}
