package localgov.ims.disputes;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;

/// What was filled in: how much each bill loses.
///
/// @param answers with what cannot be read
record ChargeForm(Map<Integer, Money> amounts, Answers answers) {
    static ChargeForm of(Map<String, String> sent, Dispute dispute, Words words) {
        var answers = Answers.of(words, sent);
        var amounts = new LinkedHashMap<Integer, Money>();
        for (var line : DisputeScreens.open(dispute)) {
            var typed = sent.getOrDefault(field(line.line()), "").strip();
            if (typed.isEmpty()) {
                continue;
            }
            var amount = pounds(typed);
            if (amount.isEmpty()) {
                answers = answers.wrong(field(line.line()), "disputes.refused.amount");
            } else if (!amount.get().isZero()) {
                amounts.put(line.line(), amount.get());
            }
        }
        if (answers.hold() && amounts.isEmpty()) {
            answers = dispute.canBeCharged()
                    ? answers.wrong(field(first(dispute)), "disputes.refused.none")
                    : answers.refused("disputes.refused.nothing");
        }
        return new ChargeForm(amounts, answers);
    }

    /// The name of the box for the amount of a line.
    static String field(int line) {
        return "amount-" + line;
    }

    /// The line of the first box.
    static int first(Dispute dispute) {
        return DisputeScreens.open(dispute).stream()
                .mapToInt(Dispute.Line::line)
                .min()
                .orElse(1);
    }

    Money sum() {
        return amounts.values().stream().reduce(Money.ZERO, Money::plus);
    }

    private static Optional<Money> pounds(String typed) {
        var plain = typed.replaceAll("[£,\\s]", "");
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,2})?") ? Money.exactly(new BigDecimal(plain)) : Optional.empty();
    }
}
