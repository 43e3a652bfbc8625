package localgov.ims.settings;

import java.util.List;

/// What is written in English and not in Welsh: whoever reads Welsh sees it in English.
final class NotInWelsh {
    private static final String WELSH = "_cy";

    private NotInWelsh() {}

    /// The fields that say in Welsh what another says in English.
    static List<Field> twins(ReferenceData data) {
        return data.fields().stream()
                .filter(field -> data.column(english(field))
                        .filter(twin -> !twin.equals(field))
                        .isPresent())
                .toList();
    }

    private static String english(Field field) {
        var column = field.column();
        return column.endsWith(WELSH) ? column.substring(0, column.length() - WELSH.length()) : column;
    }

    /// Whether an entry says something in English that this field does not say in Welsh.
    static boolean lacks(ReferenceData data, Entry entry, Field field) {
        return twins(data).contains(field)
                && entry.value(field.column()).isEmpty()
                && !entry.value(english(field)).isEmpty();
    }

    /// How many texts of an entry are not in Welsh; none of what is out of use.
    static long of(ReferenceData data, Entry entry) {
        return entry.isRetired()
                ? 0
                : twins(data).stream()
                        .filter(field -> lacks(data, entry, field))
                        .count();
    }

    /// How many texts of all entries are not.
    static long of(ReferenceData data, List<Entry> entries) {
        return twins(data).isEmpty()
                ? 0
                : entries.stream().mapToLong(entry -> of(data, entry)).sum();
    }
}
