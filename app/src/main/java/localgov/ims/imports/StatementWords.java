package localgov.ims.imports;

import java.util.ArrayList;
import java.util.List;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.imports.StatementStore.Shown;
import localgov.ims.platform.words.Words;

/// Says what the statements of a file say of themselves.
final class StatementWords {
    /// How many of a file are shown.
    static final int MOST = 20;

    private StatementWords() {}

    /// @param statements one more than is shown when there are more
    static List<SummaryRow> facts(List<Shown> statements, Words words) {
        var facts = new ArrayList<SummaryRow>();
        for (var one : statements.subList(0, Math.min(MOST, statements.size()))) {
            facts.add(SummaryRow.of(
                    one.identifier().isEmpty()
                            ? words.say("imports.statement")
                            : words.say("imports.statement.called", one.identifier()),
                    words.say("imports.statement.balances", one.opening(), one.closing(), one.lines(), one.added())));
        }
        if (statements.size() > MOST) {
            facts.add(SummaryRow.of(words.say("imports.statement"), words.say("imports.statement.more")));
        }
        return facts;
    }
}
