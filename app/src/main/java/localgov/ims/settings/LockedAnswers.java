package localgov.ims.settings;

import java.util.List;
import java.util.stream.Collectors;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import org.springframework.stereotype.Component;

/// Every secret of every type, for when the key that locks them is exchanged.
@Component
class LockedAnswers implements LockedColumns {
    private final List<ReferenceData> types;

    LockedAnswers(List<ReferenceData> types) {
        this.types = types;
    }

    @Override
    public List<LockedColumn> all() {
        return types.stream()
                .flatMap(
                        type -> type.declared().stream().filter(Field::isSecret).map(field -> column(type, field)))
                .toList();
    }

    /// The place is that of [Writing#place].
    private static LockedColumn column(ReferenceData type, Field field) {
        var key = type.key().stream().map(Field::column).collect(Collectors.joining(" || '~' || "));
        return new LockedColumn(
                type.table(),
                key,
                "text",
                field.column(),
                "'%s.%s:' || %s".formatted(type.table(), field.column(), key));
    }
}
