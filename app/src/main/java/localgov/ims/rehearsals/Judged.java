package localgov.ims.rehearsals;

import java.util.Objects;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Taken;
import localgov.ims.receipts.Rehearsing;
import localgov.ims.receipts.Rehearsing.Would;
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
    /// It would be where it is, and be written down otherwise: with another method of payment, VAT code, narrative or
    /// reason.
    REWRITTEN,
    /// The rule itself decided it until now, and with the change no longer would: something else would become of it.
    LEFT;

    static Judged of(Past past, Would would) {
        boolean suspended = past.outcome() == Outcome.SUSPENSE;
        boolean there = isThere(past, would);
        var unmoved = isWrittenAlike(past, would) ? SAME : REWRITTEN;
        if (past.byPeople() != null) {
            return isPlaced(would.taken(), past.byPeople()) ? GAINED : suspended && there ? unmoved : HARMED;
        }
        if (past.outcome() == Outcome.POSTED && !past.byRule()) {
            return there ? unmoved : HARMED;
        }
        if (there) {
            return unmoved;
        }
        return suspended && past.credit() && !past.byRule() ? UNJUDGED : OTHERWISE;
    }

    /// Whether the very same became of it, whoever decided.
    static boolean isAlike(Past past, Would would) {
        return isThere(past, would) && isWrittenAlike(past, would);
    }

    /// In the same accounts of the book.
    private static boolean isThere(Past past, Would would) {
        var book = past.written();
        boolean alike = book == null
                || Objects.equals(would.written().from(), book.from())
                        && Objects.equals(would.written().to(), book.to());
        return alike && would.taken().outcome() == past.outcome() && isAt(would.taken(), past.fund(), past.account());
    }

    private static boolean isWrittenAlike(Past past, Would would) {
        var outcome = would.taken().outcome();
        boolean reasoned = outcome == Outcome.SUSPENSE || outcome == Outcome.IGNORED;
        if (reasoned && !(past.byRule() && Rehearsing.moreOf(past.because()).equals(would.more()))) {
            return false;
        }
        var book = past.written();
        var says = would.written().says();
        var own = would.written().own();
        return book == null
                || isMarked(past, says.method(), own.method(), book.method())
                        && (outcome != Outcome.POSTED || isMarked(past, says.vatCode(), own.vatCode(), book.vatCode()))
                        && isMarked(past, says.narrative(), own.narrative(), book.narrative());
    }

    /// What the rule does not say stays as it is, unless a rule had said it before.
    private static boolean isMarked(
            Past past, @Nullable String says, @Nullable String own, @Nullable String inTheBook) {
        return says == null ? !past.byRule() || Objects.equals(own, inTheBook) : says.equals(inTheBook);
    }

    private static boolean isPlaced(Taken would, Past.Place there) {
        return would.outcome() == Outcome.POSTED && isAt(would, there.fund(), there.account());
    }

    private static boolean isAt(Taken would, @Nullable String fund, @Nullable String account) {
        return Objects.equals(would.place().fund(), fund)
                && Objects.equals(would.place().account(), account);
    }
}
