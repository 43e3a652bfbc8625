package localgov.ims.agreements;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.agreements.Agreements.Proposal;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.PayersDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Judges what a payer, or a colleague for one, says is to be paid in parts. Only what was asked for is judged:
/// what else comes with a form says nothing.
@Component
class AgreementForm {
    private static final int LONGEST_PLAN = 60;
    private static final Money PENNY = Money.pence(1);

    private final PayersDoor door;
    private final InstantSource clock;

    AgreementForm(PayersDoor door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    static String path(String fund) {
        return "/pay/" + fund + "/instalments";
    }

    /// What was typed, judged.
    ///
    /// @param proposal nothing while something has to be put right
    record Filled(Answers answers, @Nullable Proposal proposal) {}

    /// Who fills it in.
    ///
    /// @param by `payer`, or a colleague as the audit names them
    /// @param language in which the payer is written to
    /// @param request a payer's; nothing for colleagues
    record By(String by, Language language, @Nullable HttpServletRequest request) {}

    /// What is asked for of whom.
    private record Asked(Fund fund, Offer offer, How how, Map<String, String> typed) {
        String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    Filled judge(Fund fund, Offer offer, How how, Map<String, String> typed, By by, Words words) {
        var asked = new Asked(fund, offer, how, typed);
        return how.isInstalments() ? instalments(asked, by, words) : recurring(asked, by, words);
    }

    private Filled instalments(Asked asked, By by, Words words) {
        var offer = asked.offer();
        var times = times(asked);
        // The last one may be some pence more than the others: it is held to the limit, and the others to the least.
        var amount = new PayersDoor.Amount(
                "total",
                whole -> times.map(parts -> Plan.last(whole, parts)).orElse(PENNY),
                limit -> words.say("agreements.total.above", limit));
        var judged =
                door.judge(asked.fund(), asked.typed(), amount, Answers.of(words, asked.typed()), words, by.request());
        var answers = judged.answers();
        var total = judged.amount();
        if (times.isEmpty()) {
            answers = answers.wrong("times", "agreements.times.none", offer.most());
        } else if (total != null && offer.least().isMoreThan(Plan.share(total, times.get()))) {
            answers = answers.wrong("times", "agreements.times.too-small", offer.least());
        }
        var terms = total == null ? Optional.<Terms>empty() : times.map(parts -> terms(asked, total, parts, null));
        return filled(asked, judged.account(), terms, judgedEmail(answers, asked), by);
    }

    private Filled recurring(Asked asked, By by, Words words) {
        var offer = asked.offer();
        var amount = new PayersDoor.Amount("each", each -> each);
        var judged =
                door.judge(asked.fund(), asked.typed(), amount, Answers.of(words, asked.typed()), words, by.request());
        var answers = judged.answers();
        var each = judged.amount();
        if (each != null && offer.least().isMoreThan(each)) {
            answers = answers.wrong("each", "agreements.each.too-small", offer.least());
        }
        var until = answers.date("until");
        var terms = Optional.ofNullable(each).map(money -> terms(asked, money, null, until.orElse(null)));
        answers = judgedUntil(answers, asked, until, terms);
        return filled(asked, judged.account(), terms, judgedEmail(answers, asked), by);
    }

    private static Filled filled(Asked asked, @Nullable String account, Optional<Terms> terms, Answers answers, By by) {
        var address = PayersDoor.email(asked.value("email"));
        if (!answers.hold() || account == null || terms.isEmpty() || address.isEmpty()) {
            return new Filled(answers, null);
        }
        return new Filled(
                answers,
                new Proposal(asked.fund().code(), account, terms.get(), address.get(), by.language(), by.by()));
    }

    private static Optional<Integer> times(Asked asked) {
        return Optional.of(asked.value("times"))
                .filter(times -> times.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .filter(times -> times >= Terms.FEWEST && times <= asked.offer().most());
    }

    private static Terms terms(Asked asked, Money amount, @Nullable Integer times, @Nullable LocalDate until) {
        var how = asked.how();
        var day = asked.value("day");
        boolean chosen = how.every() == Every.MONTH && day.matches("[1-9]|1\\d|2[0-8]");
        return new Terms(how.kind(), how.every(), amount, times, chosen ? Integer.parseInt(day) : 1, until);
    }

    private static Answers judgedEmail(Answers answers, Asked asked) {
        return PayersDoor.email(asked.value("email")).isPresent()
                ? answers
                : answers.wrong("email", "agreements.email.not-one");
    }

    /// A last day is a day there is, with at least two payments and at most sixty before it.
    private Answers judgedUntil(Answers answers, Asked asked, Optional<LocalDate> until, Optional<Terms> terms) {
        boolean blank = List.of("until-day", "until-month", "until-year").stream()
                .allMatch(part -> asked.value(part).isBlank());
        if (blank) {
            return answers;
        }
        if (until.isEmpty()) {
            return answers.wrong("until", "agreements.until.no-day");
        }
        if (terms.isEmpty()) {
            return answers;
        }
        var plan = new Plan(terms.get(), London.dayOf(clock.instant()));
        if (plan.part(2).isEmpty()) {
            return answers.wrong("until", "agreements.until.too-soon");
        }
        return plan.part(LONGEST_PLAN + 1).isPresent()
                ? answers.wrong("until", "agreements.until.too-late", LONGEST_PLAN)
                : answers;
    }
}
