package localgov.ims.audit;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the audit is about to say, before it is written down. It must be written in the database transaction of what
/// it speaks of, and is worth nothing after it.
///
/// @param values by the names that [#behind] gives them in a statement
public record Note(Map<String, @Nullable Object> values) {
    static final String SQL = """
            insert into audit_event (happened_at, who, did, subject, detail, person, address, agent, reference, changes)
            values (:noted_at, :noted_who, :noted_did, :noted_subject, :noted_detail, :noted_person, :noted_address, :noted_agent,
                    :noted_reference, :noted_changes::jsonb)
            """;

    /// The values of several, each name with an array of them.
    static Map<String, Object> columns(List<Note> notes) {
        return notes.getFirst().values.keySet().stream()
                .collect(toMap(
                        name -> name,
                        name -> notes.stream()
                                .map(note -> note.values.get(name))
                                .map(value -> value == null ? null : value.toString())
                                .toArray(String[]::new)));
    }

    /// Two statements that the driver sends in one go: another's, whose count is the one that is told, and this
    /// note's. Either both are done or neither is.
    public String behind(String statement) {
        return statement + ";\n" + SQL;
    }
}
