package localgov.ims.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An entry that belongs to another, as a row on that one's form.
///
/// @param number counts the rows of its type on the form, from 0
/// @param key the entry's; empty for a new one
/// @param version as whoever filled in the form had seen it; 0 for a new one
/// @param retire whether it is to be taken out of use
/// @param answers by column, without the one that names what it belongs to
record Row(ReferenceData type, int number, String key, long version, boolean retire, Map<String, String> answers) {

    /// What is wrong with a row.
    ///
    /// @param theirs what somebody else made of it meanwhile
    record Wrong(Row row, Problem problem, Optional<Entry> theirs) {}

    boolean isNew() {
        return key.isEmpty();
    }

    /// What stands before the name of each of its fields on the form.
    String prefix() {
        return "%s-%d-".formatted(type.slug(), number);
    }

    /// The fields that are asked for in it.
    List<Field> asked() {
        return (isNew() ? type.columns() : type.fields())
                .stream().filter(field -> !field.column().equals(type.inside())).toList();
    }

    /// A new row in which nothing was answered is no entry.
    boolean isBlank() {
        return isNew()
                && asked().stream()
                        .filter(field -> field.kind() != Kind.YES_NO)
                        .allMatch(field ->
                                answers.getOrDefault(field.column(), "").isBlank());
    }

    /// The same row over another version.
    Row seen(Entry now) {
        return new Row(type, number, now.key(), now.version(), retire, answers);
    }
}
