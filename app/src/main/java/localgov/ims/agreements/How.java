package localgov.ims.agreements;

import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;

/// What is agreed to and how often it is paid. It is asked before all else, because what is asked next depends on
/// it.
record How(AgreementKind kind, Every every) {
    /// What was chosen; nothing while something of it has to be.
    static Optional<How> of(Offer offer, Map<String, String> typed) {
        return kind(offer, typed).flatMap(kind -> every(typed).map(every -> new How(kind, every)));
    }

    /// As the page came, or as it came back: only whoever has sent the form is told what has to be chosen.
    static Answers judgeSent(Offer offer, Map<String, String> asked, Words words) {
        return asked.containsKey("chosen") ? judge(offer, asked, words) : Answers.none(words);
    }

    /// What has to be chosen is told.
    static Answers judge(Offer offer, Map<String, String> typed, Words words) {
        var answers = Answers.of(words, typed);
        if (kind(offer, typed).isEmpty()) {
            answers = answers.wrong("kind", "agreements.kind.none");
        }
        return every(typed).isEmpty() ? answers.wrong("every", "agreements.every.none") : answers;
    }

    private static Optional<AgreementKind> kind(Offer offer, Map<String, String> typed) {
        if (offer.instalments() != offer.recurring()) {
            return Optional.of(offer.instalments() ? AgreementKind.INSTALMENTS : AgreementKind.RECURRING);
        }
        return switch (typed.getOrDefault("kind", "")) {
            case "instalments" -> Optional.of(AgreementKind.INSTALMENTS);
            case "recurring" -> Optional.of(AgreementKind.RECURRING);
            default -> Optional.empty();
        };
    }

    private static Optional<Every> every(Map<String, String> typed) {
        return switch (typed.getOrDefault("every", "")) {
            case "month" -> Optional.of(Every.MONTH);
            case "week" -> Optional.of(Every.WEEK);
            default -> Optional.empty();
        };
    }

    boolean isInstalments() {
        return kind == AgreementKind.INSTALMENTS;
    }

    String inWords(Words words) {
        return words.say("agreements.chosen." + kind.code() + "." + every.code());
    }
}
