package localgov.ims.settings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/// What refers to an entry: other entries, by the choices that are declared, and whatever the rooms say.
@Component
class WhereUsed {
    private final Entries entries;
    private final ObjectProvider<UsedElsewhere> elsewhere;

    WhereUsed(Entries entries, ObjectProvider<UsedElsewhere> elsewhere) {
        this.entries = entries;
        this.elsewhere = elsewhere;
    }

    List<Use> of(ReferenceData data, String key) {
        var uses = new ArrayList<Use>();
        for (var type : entries.types()) {
            for (var field : type.columns()) {
                if (data.slug().equals(field.choicesFrom()) && !field.column().equals(type.inside())) {
                    uses.add(chosen(type, field, key));
                }
            }
        }
        elsewhere.orderedStream().forEach(room -> uses.addAll(room.of(data.slug(), key)));
        return uses.stream().filter(use -> use.many() > 0).toList();
    }

    private Use chosen(ReferenceData type, Field field, String key) {
        long many = entries.list(type).stream()
                .filter(entry ->
                        !entry.isRetired() && entry.value(field.column()).equals(key))
                .count();
        var query = "?%s=%s"
                .formatted(SettingsPaths.ONLY, UriUtils.encode(field.column() + ":" + key, StandardCharsets.UTF_8));
        return Use.of(type.many(), many, SettingsPaths.list(type) + query);
    }
}
