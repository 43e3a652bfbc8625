package localgov.ims.counter;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;

/// What was typed about the money itself. Whatever could be the number of a card is refused and not shown again.
///
/// @param evidence what to keep of it, when the answers hold
record EvidenceForm(Answers answers, Evidence evidence) {
    private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9/ -]{1,24}");
    /// No terminal prints so many digits on a slip; cards have as many.
    private static final int CARD_LENGTH = 12;

    static EvidenceForm read(Means means, Money total, Map<String, String> sent, Words words) {
        return new Reading(sent, words, Answers.of(words, withoutCards(sent))).read(means, total);
    }

    private static boolean isCardLike(String text) {
        return text.chars().filter(Character::isDigit).count() > CARD_LENGTH
                || !CardNumbers.masked(text).equals(text);
    }

    private static Map<String, String> withoutCards(Map<String, String> sent) {
        var kept = new HashMap<>(sent);
        kept.replaceAll((field, text) -> isFree(field) && isCardLike(text) ? "" : text);
        return kept;
    }

    /// The fields into which somebody could type the number of a card.
    private static boolean isFree(String field) {
        return Set.of("slip", "authorisation", "given", "cheque-number", "sort-code", "cheque-account")
                .contains(field);
    }

    private static final class Reading {
        private final Map<String, String> sent;
        private final Words words;
        private Answers answers;

        Reading(Map<String, String> sent, Words words, Answers answers) {
            this.sent = sent;
            this.words = words;
            this.answers = answers;
        }

        EvidenceForm read(Means means, Money total) {
            var evidence = switch (means) {
                case CASH -> cash(total);
                case CHEQUE ->
                    Evidence.cheque(
                            digits("cheque-number", 6, "counter.cheque.number.needed"),
                            digits("sort-code", 6, "counter.cheque.sort-code.needed"),
                            digits("cheque-account", 8, "counter.cheque.account.needed"));
                case TERMINAL ->
                    Evidence.terminal(
                            line("slip", "counter.slip.needed"), line("authorisation", "counter.authorisation.needed"));
                case PAPER -> Evidence.paper(line("slip", "counter.paper.needed"));
                case CARD_PAGE -> Evidence.NONE;
            };
            return new EvidenceForm(answers, evidence);
        }

        private String text(String field) {
            return sent.getOrDefault(field, "").strip();
        }

        private Evidence cash(Money total) {
            if (text("given").isEmpty()) {
                return Evidence.cash(total);
            }
            var given = TypedMoney.read(text("given"));
            if (given.isEmpty()) {
                answers = answers.wrong("given", "counter.amount.needed");
                return Evidence.NONE;
            }
            if (total.isMoreThan(given.get())) {
                answers = answers.wrong("given", "counter.given.short", total.minus(given.get()));
            }
            return Evidence.cash(given.get());
        }

        private String digits(String field, int wanted, String key) {
            var plain = text(field).replaceAll("[\\s-]", "");
            if (!plain.matches("[0-9]{" + wanted + "}")) {
                answers = answers.wrongAs(field, words.say(key));
            }
            return plain;
        }

        private String line(String field, String key) {
            var text = text(field);
            if (isCardLike(text)) {
                answers = answers.wrong(field, "counter.card-number");
            } else if (!SHORT.matcher(text).matches()) {
                answers = answers.wrongAs(field, words.say(key));
            }
            return text;
        }
    }
}
