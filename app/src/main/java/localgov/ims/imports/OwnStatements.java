package localgov.ims.imports;

import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.StatementHead;
import org.jspecify.annotations.Nullable;

/// The statements of the file that is being read, in its order.
final class OwnStatements {
    /// More statements than any bank puts into one file; the lines of further ones are told by nothing but their texts.
    private static final int MOST = 10_000;

    private final List<OwnStatement> all = new ArrayList<>();
    private @Nullable OwnStatement current;

    void begin(StatementHead head) {
        current = kept(head);
    }

    /// The one that has begun; one that says nothing of itself where none has.
    OwnStatement current() {
        if (current == null) {
            current = kept(new StatementHead("", "", "", null, null));
        }
        return current;
    }

    private OwnStatement kept(StatementHead head) {
        var statement = new OwnStatement(all.size() + 1, head);
        if (all.size() < MOST) {
            all.add(statement);
        }
        return statement;
    }

    List<OwnStatement> all() {
        return all;
    }
}
