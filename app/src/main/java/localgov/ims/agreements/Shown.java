package localgov.ims.agreements;

import java.util.List;
import localgov.ims.agreements.pages.PlanRow;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;

/// Puts plans and agreements into words, for payers and for colleagues.
@Component
class Shown {
    private final Catalogue catalogue;

    Shown(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String fund(Agreement agreement, Words words) {
        return catalogue
                .now()
                .fund(agreement.fund())
                .map(fund -> words.either(fund.name(), fund.nameInWelsh()))
                .orElse(agreement.fund());
    }

    String label(Agreement agreement, Words words) {
        return catalogue
                .now()
                .fund(agreement.fund())
                .map(fund -> label(fund, words))
                .orElse("");
    }

    private static String label(Fund fund, Words words) {
        return words.either(fund.referenceLabel(), fund.referenceLabelInWelsh());
    }

    /// In one sentence what is agreed: `£1,200.00 in 10 monthly payments`.
    static String terms(Terms terms, Words words) {
        var every = terms.every().code();
        if (terms.kind() == AgreementKind.INSTALMENTS) {
            return words.count(
                    "agreements.terms.instalments." + every, terms.times() == null ? 0 : terms.times(), terms.amount());
        }
        return terms.until() == null
                ? words.say("agreements.terms.endless." + every, terms.amount())
                : words.say("agreements.terms.until." + every, terms.amount(), terms.until());
    }

    /// A plan that nobody has agreed to yet.
    static List<PlanRow> rows(Plan plan, Words words) {
        return plan.parts().stream()
                .map(part -> new PlanRow(
                        part.number(),
                        words.weekday(part.dueOn()),
                        words.money(part.amount()),
                        "",
                        "",
                        part.number() == 1 ? words.say("agreements.plan.now") : ""))
                .toList();
    }

    static List<PlanRow> rows(List<Instalment> instalments, Words words) {
        return instalments.stream()
                .map(one -> new PlanRow(
                        one.number(),
                        words.weekday(one.dueOn()),
                        words.money(one.amount()),
                        words.say("agreements.instalment." + one.state().code()),
                        colour(one.state()),
                        more(one, words)))
                .toList();
    }

    private static String more(Instalment instalment, Words words) {
        if (instalment.state() == InstalmentState.FAILED && instalment.tryAt() != null) {
            return words.say("agreements.instalment.again", localgov.ims.kernel.London.dayOf(instalment.tryAt()));
        }
        return instalment.state() == InstalmentState.MISSED ? why(instalment, words) : "";
    }

    static String why(Instalment instalment, Words words) {
        return words.known("agreements.why." + instalment.why()).orElseGet(() -> words.say("agreements.why.other"));
    }

    static String colour(InstalmentState state) {
        return switch (state) {
            case DUE, CANCELLED -> "grey";
            case COLLECTING -> "blue";
            case FAILED -> "yellow";
            case COLLECTED -> "green";
            case MISSED -> "red";
        };
    }

    static String state(Agreement agreement, Words words) {
        return words.say("agreements.state." + agreement.state().name().toLowerCase(java.util.Locale.ROOT));
    }

    static String colour(AgreementState state) {
        return switch (state) {
            case PROPOSED, ENDED -> "grey";
            case SETTING_UP -> "blue";
            case ACTIVE -> "green";
            case CANCELLED -> "yellow";
            case NOT_SET_UP -> "grey";
        };
    }
}
