package localgov.ims.counter;

import java.util.Map;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.counter.Taken.Problem;
import localgov.ims.payments.Created;
import localgov.ims.platform.words.Words;

/// Why something cannot be taken, in the language of whoever takes it.
record CounterRefusals(CatalogueSnapshot rules, Words words) {
    String inWords(Problem problem) {
        var values = problem.values();
        return switch (problem.code()) {
            case "not-yours", "not-so" -> words.say("counter.refused." + problem.code());
            case "blank" -> words.say("counter.refused.blank");
            case "length" -> length(values.getOrDefault("shortest", ""), values.getOrDefault("longest", ""));
            case "starts" -> words.say("counter.refused.starts", starts(values));
            case "characters" -> words.say("counter.refused.characters");
            case "check-digit" -> words.say("counter.refused.check-digit");
            case "pattern", "mask" -> words.say("counter.refused.form");
            case "unknown-account" -> words.say("counter.refused.unknown-account");
            case "above-fund", "above-method" ->
                words.say("counter.refused." + problem.code(), values.getOrDefault("limit", ""));
            case "not-the-price" -> words.say("counter.refused.price", values.getOrDefault("limit", ""));
            case "below-method" -> words.say("counter.refused.below-method", values.getOrDefault("limit", ""));
            case Created.TOO_LITTLE -> words.say("counter.refused.below-card", values.getOrDefault("limit", ""));
            case Created.TOO_MUCH -> words.say("counter.refused.above-card", values.getOrDefault("limit", ""));
            case "not-positive" -> words.say("counter.amount.needed");
            case "stopped", "fund-stopped" -> stopped(values);
            case "fund-closed" -> words.say("counter.refused.fund-closed");
            case "method-closed", "no-method" -> words.say("counter.refused.no-method");
            case "vat-not-allowed", "vat-unknown" -> words.say("counter.refused." + problem.code());
            case "no-office" -> words.say("counter.refused.no-office");
            case "no-address" -> words.say("counter.refused.no-address");
            case "empty" -> words.say("counter.refused.empty");
            case "not-enough" -> words.say("counter.refused.not-enough");
            case "no-cheque", "no-slip", "on-card-page" -> words.say("counter.refused." + problem.code());
            default -> words.say("counter.refused.other");
        };
    }

    private String length(String shortest, String longest) {
        return shortest.equals(longest)
                ? words.say("counter.refused.length", longest)
                : words.say("counter.refused.length-between", shortest, longest);
    }

    private String starts(Map<String, String> values) {
        return values.getOrDefault("starts", "").replace(" or ", words.say("counter.refused.or"));
    }

    /// The council's own message to colleagues, as it wrote it.
    private String stopped(Map<String, String> values) {
        var message = values.getOrDefault("message", "");
        return message.isBlank()
                ? words.say("counter.refused.stopped")
                : words.either(message, values.getOrDefault("message_cy", ""));
    }

    /// What a line is called: its fund, or that it is charged for the way it is paid.
    static String name(CounterPayment.Line line, CatalogueSnapshot rules, Words words) {
        return line.isFee() ? words.say("counter.fee") : name(line.fund(), rules, words);
    }

    /// What a line is called, with its account; what is charged has none that says anything to a payer.
    static String inFull(CounterPayment.Line line, CatalogueSnapshot rules, Words words) {
        return line.isFee() ? name(line, rules, words) : name(line, rules, words) + " " + line.account();
    }

    /// What a fund is called.
    static String name(String fund, CatalogueSnapshot rules, Words words) {
        return rules.fund(fund)
                .map(known -> words.either(known.name(), known.nameInWelsh()))
                .orElse(fund);
    }
}
