package localgov.ims.rehearsals;

import java.util.Objects;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Taken;
import org.jspecify.annotations.Nullable;

/// What a rule would have done with a line, against what became of it.
enum Judged {
    /// It was in suspense, and people placed it where the rule would have.
    GAINED,
    /// It was placed by a certain reference or by people, and the rule would have done otherwise.
    HARMED,
    /// Nothing would be otherwise.
    SAME,
    /// It is in suspense and nobody has said what it is for; the rule would say.
    UNJUDGED,
    /// Another rule had decided it, or it was paid out; the rule would do otherwise.
    OTHERWISE,
    /// The rule itself decided it until now, and with the change no longer would: something else would become of it.
    LEFT;

    static Judged of(Past past, Taken would) {
        boolean suspended = past.outcome() == Outcome.SUSPENSE;
        boolean alike = isAlike(past, would);
        if (past.byPeople() != null) {
            return isPlaced(would, past.byPeople()) ? GAINED : suspended && alike ? SAME : HARMED;
        }
        if (past.outcome() == Outcome.POSTED && !past.byRule()) {
            return alike ? SAME : HARMED;
        }
        if (alike) {
            return SAME;
        }
        return suspended && past.credit() && !past.byRule() ? UNJUDGED : OTHERWISE;
    }

    /// Whether the same became of it, whoever decided.
    static boolean isAlike(Past past, Taken would) {
        return would.outcome() == past.outcome() && isAt(would, past.fund(), past.account());
    }

    private static boolean isPlaced(Taken would, Past.Place there) {
        return would.outcome() == Outcome.POSTED && isAt(would, there.fund(), there.account());
    }

    private static boolean isAt(Taken would, @Nullable String fund, @Nullable String account) {
        return Objects.equals(would.place().fund(), fund)
                && Objects.equals(would.place().account(), account);
    }
}
