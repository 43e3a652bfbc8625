package localgov.ims.settings;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.councils.CurrentCouncil;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The fields that the current council has added to a type. They stand behind the type's own fields and are asked
/// for, checked, shown, filed and remembered as those are; their values are kept in the column `custom` of its table.
final class CustomFields {
    /// Begins the column of every such field, and of no other.
    static final String PREFIX = "custom_";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final int LONGEST = 100;

    private final SettingsStore store;

    CustomFields(SettingsStore store) {
        this.store = store;
    }

    /// The type with whatever the council has added to it. Outside a council a type is as it was declared.
    ReferenceData with(ReferenceData data) {
        if (!CustomFieldData.takes(data) || CurrentCouncil.optional().isEmpty()) {
            return data;
        }
        return data.with(on(data.slug()));
    }

    List<Field> on(String what) {
        return store.all(CustomFieldData.CUSTOM_FIELDS).stream()
                .filter(declared -> !declared.isRetired()
                        && declared.value(CustomFieldData.ON).equals(what))
                .sorted(Comparator.comparingLong(CustomFields::place).thenComparing(Entry::key))
                .map(CustomFields::field)
                .toList();
    }

    /// Those without a place come last.
    private static long place(Entry declared) {
        var place = declared.value(CustomFieldData.PLACE);
        return place.isEmpty() ? Long.MAX_VALUE : Long.parseLong(place);
    }

    private static Field field(Entry declared) {
        var column = PREFIX + declared.value(CustomFieldData.CODE);
        var name = declared.value("name");
        var welsh = declared.value("name_cy");
        var field = switch (CustomKind.valueOf(declared.value(CustomFieldData.KIND))) {
            case TEXT -> Field.text(column, name, welsh, LONGEST);
            case NUMBER -> Field.number(column, name, welsh);
            case YES_NO -> Field.yesNo(column, name, welsh);
            case DATE -> Field.date(column, name, welsh);
            case LIST ->
                Field.choice(
                        column,
                        name,
                        welsh,
                        CustomChoices.read(declared.value(CustomFieldData.CHOICES))
                                .orElse(List.of()));
        };
        boolean required = declared.value(CustomFieldData.REQUIRED).equals("yes");
        return (required ? field : field.optional()).hint(declared.value("hint"), declared.value("hint_cy"));
    }

    /// What the column `custom` holds, by column of each of these fields.
    static Map<String, String> read(List<Field> fields, String json) {
        var kept = JSON.readValue(json, VALUES);
        var values = new LinkedHashMap<String, String>();
        for (var field : fields) {
            values.put(field.column(), field.plain(kept.getOrDefault(code(field), "")));
        }
        return values;
    }

    static String write(List<Field> fields, Map<String, String> plain) {
        var kept = new LinkedHashMap<String, String>();
        fields.forEach(field -> kept.put(code(field), plain.getOrDefault(field.column(), "")));
        return JSON.writeValueAsString(kept);
    }

    static String code(Field field) {
        return field.column().substring(PREFIX.length());
    }
}
