package localgov.ims.suspense;

import java.util.Map;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.platform.words.Words;
import localgov.ims.suspense.Allocated.Problem;

/// What is wrong with an allocation, in the language of whoever made it.
record Refusals(CatalogueSnapshot rules, Words words) {
    String inWords(Problem problem) {
        var values = problem.values();
        return switch (problem.field()) {
            case "amount" -> words.say("suspense.refused.amount");
            case "narrative" -> words.say("suspense.refused.note", values.getOrDefault("longest", ""));
            case "fund" -> fund(problem.code(), values);
            case "account" -> account(problem.code(), values);
            default -> whole(problem.code(), values);
        };
    }

    private String whole(String code, Map<String, String> values) {
        return code.equals("too-many")
                ? words.say("suspense.refused.too-many", values.getOrDefault("most", ""))
                : words.say("suspense.refused.none");
    }

    private String fund(String code, Map<String, String> values) {
        return switch (code) {
            case "no-vat-rate" -> words.say("suspense.refused.no-vat-rate", values.getOrDefault("vat", ""));
            case "not-yours" -> words.say("suspense.refused.not-yours", fundName(values));
            default -> words.say("suspense.choose-fund");
        };
    }

    private String account(String code, Map<String, String> values) {
        return switch (code) {
            case "blank" -> words.say("suspense.refused.account.blank");
            case "length" -> length(values.getOrDefault("shortest", ""), values.getOrDefault("longest", ""));
            case "starts" ->
                words.say(
                        "suspense.refused.account.starts",
                        values.getOrDefault("starts", "").replace(" or ", words.say("suspense.refused.or")));
            case "unknown-account" -> words.say("suspense.refused.account.unknown", fundName(values));
            case "check-digit" -> words.say("suspense.refused.account.check-digit");
            case "characters" -> words.say("suspense.refused.account.characters");
            default -> words.say("suspense.refused.account.form");
        };
    }

    private String length(String shortest, String longest) {
        return shortest.equals(longest)
                ? words.say("suspense.refused.account.length", longest)
                : words.say("suspense.refused.account.length-between", shortest, longest);
    }

    private String fundName(Map<String, String> values) {
        return SuspenseWords.fund(values.getOrDefault("fund", ""), rules, words);
    }
}
