package localgov.ims.refunds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.refunds.Wanting.Problem;
import org.jspecify.annotations.Nullable;

/// Whether a wish can be, whatever is left of its receipt.
final class WishRules {
    static final int LONGEST_REASON = 200;
    static final int LONGEST_PAYEE = 100;

    /// Somebody says where the money of a card payment should go.
    static final Problem OWN_CARD =
            Problem.of(0, "payee", "own-card", "A card payment goes back to the card it was paid with");

    static final Problem NOBODY = Problem.of(0, "payee", "nobody", "Say who is paid");

    private WishRules() {}

    /// What never fits, however large the number.
    static Optional<Wanting> tooMuch(Wish wish, Received receipt) {
        return wish.parts().stream()
                .flatMap(part -> receipt.line(part.line()).stream()
                        .filter(line -> part.amount().isMoreThan(line.amount()))
                        .<Wanting>map(line -> new Wanting.MoreThanLeft(line.line(), line.left())))
                .findFirst();
    }

    static List<Problem> problems(Wish wish, Received receipt) {
        var problems = new ArrayList<Problem>();
        if (wish.of(receipt).isEmpty()) {
            problems.add(Problem.of(0, "parts", "none", "Say how much of at least one line is given back"));
        }
        var seen = new HashSet<Integer>();
        for (int i = 0; i < wish.parts().size(); i++) {
            var part = wish.parts().get(i);
            if (receipt.line(part.line()).isEmpty() || !seen.add(part.line())) {
                problems.add(
                        Problem.of(i + 1, "line", "no-such-line", "The receipt has no such line, or it is here twice"));
            }
            if (!part.amount().isPositive()) {
                problems.add(Problem.of(i + 1, "amount", "nothing", "Amount must be more than £0.00"));
            }
        }
        problems.addAll(ofText(wish, receipt));
        return problems;
    }

    /// What is wrong with why, and with to whom, however it goes.
    static List<Problem> ofText(String reason, @Nullable String payee) {
        var problems = new ArrayList<Problem>();
        if (reason.isBlank()) {
            problems.add(Problem.of(0, "reason", "blank", "Say why the money is given back"));
        }
        if (reason.length() > LONGEST_REASON) {
            problems.add(tooLong("reason", LONGEST_REASON));
        }
        if (payee != null && payee.length() > LONGEST_PAYEE) {
            problems.add(tooLong("payee", LONGEST_PAYEE));
        }
        return problems;
    }

    private static List<Problem> ofText(Wish wish, Received receipt) {
        var payee = wish.payee();
        var problems = new ArrayList<>(ofText(wish.reason(), payee));
        if (payee != null && receipt.way() == Way.CARD) {
            problems.add(OWN_CARD);
        }
        if (payee == null && receipt.payer() == null && receipt.way() == Way.BANK) {
            problems.add(NOBODY);
        }
        return problems;
    }

    private static Problem tooLong(String field, int most) {
        return new Problem(
                0,
                field,
                "too-long",
                "This must be %d characters or fewer".formatted(most),
                Map.of("most", Integer.toString(most)));
    }
}
