package localgov.ims.counter;

import java.util.Optional;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;

/// What somebody pays with, and so what is written down of it.
public enum Means {
    CASH,
    CHEQUE,
    /// A card in the terminal that stands at the desk.
    TERMINAL,
    /// A postal order or other paper with a number.
    PAPER,
    /// A caller's card, on the provider's own page.
    CARD_PAGE;

    /// What a method is when money comes so; nothing when it is not for money that comes so.
    static Optional<Means> of(Method method, Came came) {
        if (!method.isOffered(came.channel()) || method.reversal()) {
            return Optional.empty();
        }
        if (came == Came.PHONE) {
            return method.kind() == MethodKind.CARD_BY_STAFF ? Optional.of(CARD_PAGE) : Optional.empty();
        }
        return switch (method.kind()) {
            case CASH -> Optional.of(CASH);
            case CHEQUE -> Optional.of(CHEQUE);
            case OTHER -> Optional.of(PAPER);
            case CARD_BY_STAFF -> came == Came.DESK ? Optional.of(TERMINAL) : Optional.empty();
            case CARD_ONLINE, CARD_BY_PHONE, BANK, DIRECT_DEBIT, AGENT, DEDUCTION, JOURNAL, FEE -> Optional.empty();
        };
    }
}
