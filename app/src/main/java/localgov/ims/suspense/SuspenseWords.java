package localgov.ims.suspense;

import java.time.Duration;
import java.time.LocalDate;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.platform.words.Words;

/// What items and their parts are called.
record SuspenseWords(CatalogueSnapshot rules, LocalDate today, Words words) {
    /// A reason in general; each item says it with its own particulars.
    String why(String reason) {
        return switch (reason) {
            case "nothing" -> words.say("suspense.why.nothing");
            case "two-places" -> words.say("suspense.why.two-places");
            case "touched" -> words.say("suspense.why.touched");
            case "no-such-account" -> words.say("suspense.why.no-such-account");
            case "rule-asks" -> words.say("suspense.why.rule-asks");
            case "rule-against-reference" -> words.say("suspense.why.rule-against-reference");
            case "rule-no-place" -> words.say("suspense.why.rule-no-place");
            case "too-common" -> words.say("suspense.why.too-common");
            case "neighbours" -> words.say("suspense.why.neighbours");
            case "loose" -> words.say("suspense.why.loose");
            case "another-number" -> words.say("suspense.why.another-number");
            case "returned" -> words.say("suspense.why.returned");
            case "other-fund" -> words.say("suspense.why.other-fund");
            case "several" -> words.say("suspense.why.several");
            case "no-such-fund" -> words.say("suspense.why.no-such-fund");
            case "paid-differently" -> words.say("suspense.why.paid-differently");
            default -> reason.replace('-', ' ');
        };
    }

    /// How long ago a day was.
    String age(LocalDate day) {
        long days = Math.max(0, today.toEpochDay() - day.toEpochDay());
        return days == 0 ? words.say("suspense.today") : words.age(Duration.ofDays(days));
    }

    String fund(String code) {
        return fund(code, rules, words);
    }

    static String fund(String code, CatalogueSnapshot rules, Words words) {
        return rules.fund(code)
                .map(fund -> words.either(fund.name(), fund.nameInWelsh()))
                .orElse(code);
    }

    String method(String code) {
        return rules.method(code)
                .map(method -> words.either(method.name(), method.nameInWelsh()))
                .orElse(code);
    }
}
