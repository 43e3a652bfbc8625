package localgov.ims.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

/// The rows of a query as a list without nulls, which is what a query of records always gives.
///
/// Spring declares that a row may be null, because a single column may be; the compiler then refuses
/// `list()` wherever a list of records is meant. A column that may be null belongs in a record.
public final class Rows {
    private Rows() {}

    public static <T> List<T> of(MappedQuerySpec<@Nullable T> query) {
        var rows = new ArrayList<T>();
        for (var row : query.list()) {
            rows.add(Objects.requireNonNull(row, "A query of single columns gave a null"));
        }
        return rows;
    }
}
