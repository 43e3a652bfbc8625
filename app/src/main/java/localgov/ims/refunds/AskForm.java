package localgov.ims.refunds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;
import localgov.ims.refunds.Wanting.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// What was filled in: an amount for each line of the receipt, why, and to whom.
///
/// @param answers with what cannot be read
record AskForm(Wish wish, Answers answers) {
    static final String REASON = "reason";
    static final String PAYEE = "payee";
    static final String KEY = "key";
    static final String SURCHARGE = "surcharge";

    static AskForm of(Map<String, String> sent, Received receipt, int found, Words words) {
        var answers = Answers.of(words, sent);
        List<Wish.Part> parts = new ArrayList<>();
        for (var line : receipt.lines()) {
            var typed = sent.getOrDefault(amount(line.line()), "").strip();
            if (typed.isEmpty()) {
                continue;
            }
            var amount = pounds(typed);
            if (amount.isEmpty()) {
                answers = answers.wrong(amount(line.line()), "refunds.refused.amount");
            } else if (!amount.get().isZero()) {
                parts.add(new Wish.Part(line.line(), amount.get()));
            }
        }
        var payee = sent.getOrDefault(PAYEE, "").strip();
        var wish = new Wish(
                key(sent),
                receipt.journal(),
                found,
                parts,
                sent.getOrDefault(REASON, "").strip(),
                payee.isEmpty() ? null : payee,
                surcharge(sent));
        return new AskForm(wish, answers);
    }

    private static Wish.Surcharge surcharge(Map<String, String> sent) {
        return switch (sent.getOrDefault(SURCHARGE, "")) {
            case "yes" -> Wish.Surcharge.YES;
            case "no" -> Wish.Surcharge.NO;
            default -> Wish.Surcharge.WITH_ALL;
        };
    }

    /// The name of the box for the amount of a line.
    static String amount(int line) {
        return "amount-" + line;
    }

    /// Where a problem belongs on the page.
    String field(Problem problem, Received receipt) {
        return switch (problem.field()) {
            case REASON -> REASON;
            case PAYEE -> PAYEE;
            default ->
                amount(
                        problem.part() == 0
                                ? receipt.lines().getFirst().line()
                                : wish.parts().get(problem.part() - 1).line());
        };
    }

    /// The id that was made when the page was drawn.
    static RefundId key(Map<String, String> sent) {
        try {
            return new RefundId(UUID.fromString(sent.getOrDefault(KEY, "")));
        } catch (IllegalArgumentException noKey) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static Optional<Money> pounds(String typed) {
        var plain = typed.replaceAll("[£,\\s]", "");
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,2})?") ? Money.exactly(new BigDecimal(plain)) : Optional.empty();
    }
}
