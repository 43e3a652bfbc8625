package localgov.ims.agreements;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import localgov.ims.agreements.Agreements.Proposal;
import localgov.ims.agreements.pages.AgreementFormPage;
import localgov.ims.catalogue.Fund;
import localgov.ims.govuk.Option;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.PayersDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The form in which a payer, or a colleague for one, says what is to be paid in parts: drawn and judged.
@Component
class AgreementForm {
    private static final int LONGEST_PLAN = 60;

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

    Filled judge(Fund fund, Offer offer, Map<String, String> typed, By by, Words words) {
        var kind = kind(offer, typed);
        if (kind.isEmpty()) {
            var answers = door.judgeReference(fund, typed, Answers.of(words, typed), words, by.request())
                    .wrong("kind", "agreements.kind.none");
            return new Filled(judgedEmail(answers, typed), null);
        }
        var times = kind.get() == AgreementKind.INSTALMENTS ? times(offer, typed) : Optional.of(1);
        var amount = new PayersDoor.Amount(
                kind.get() == AgreementKind.INSTALMENTS ? "total" : "each",
                whole -> Money.pence(whole.pence() / times.orElse(1)));
        var judged = door.judge(fund, typed, amount, Answers.of(words, typed), words, by.request());
        var answers = judged.answers();
        if (times.isEmpty()) {
            answers = answers.wrong("times", "agreements.times.none", offer.most());
        } else if (judged.amount() != null
                && offer.least().isMoreThan(amount.once().apply(judged.amount()))) {
            answers = kind.get() == AgreementKind.INSTALMENTS
                    ? answers.wrong("times", "agreements.times.too-small", offer.least())
                    : answers.wrong("each", "agreements.each.too-small", offer.least());
        }
        answers = judgedEmail(answers, typed);
        var rhythm = judged.amount() == null || times.isEmpty()
                ? Optional.<Terms>empty()
                : Optional.of(terms(kind.get(), judged.amount(), times.get(), typed));
        if (kind.get() == AgreementKind.RECURRING) {
            answers = judgedUntil(answers, typed, rhythm);
        }
        var address = PayersDoor.email(typed.getOrDefault("email", ""));
        if (!answers.hold() || judged.account() == null || rhythm.isEmpty() || address.isEmpty()) {
            return new Filled(answers, null);
        }
        var terms = kind.get() == AgreementKind.RECURRING
                ? until(rhythm.get(), answers.date("until").orElse(null))
                : rhythm.get();
        return new Filled(
                answers, new Proposal(fund.code(), judged.account(), terms, address.get(), by.language(), by.by()));
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

    private static Optional<Integer> times(Offer offer, Map<String, String> typed) {
        return Optional.of(typed.getOrDefault("times", ""))
                .filter(times -> times.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .filter(times -> times >= Terms.FEWEST && times <= offer.most());
    }

    private static Terms terms(AgreementKind kind, Money amount, int times, Map<String, String> typed) {
        var every = "week".equals(typed.get("every")) ? Every.WEEK : Every.MONTH;
        var day = typed.getOrDefault("day", "1");
        return new Terms(
                kind,
                every,
                amount,
                kind == AgreementKind.INSTALMENTS ? times : null,
                every == Every.MONTH && day.matches("[1-9]|1\\d|2[0-8]") ? Integer.parseInt(day) : 1,
                null);
    }

    private static Terms until(Terms terms, @Nullable LocalDate until) {
        return new Terms(terms.kind(), terms.every(), terms.amount(), terms.times(), terms.day(), until);
    }

    private static Answers judgedEmail(Answers answers, Map<String, String> typed) {
        return PayersDoor.email(typed.getOrDefault("email", "")).isPresent()
                ? answers
                : answers.wrong("email", "agreements.email.not-one");
    }

    /// A last day is a day there is, with at least two payments and at most sixty before it.
    private Answers judgedUntil(Answers answers, Map<String, String> typed, Optional<Terms> rhythm) {
        boolean blank = List.of("until-day", "until-month", "until-year").stream()
                .allMatch(part -> typed.getOrDefault(part, "").isBlank());
        if (blank) {
            return answers;
        }
        var until = answers.date("until");
        if (until.isEmpty()) {
            return answers.wrong("until", "agreements.until.no-day");
        }
        if (rhythm.isEmpty()) {
            return answers;
        }
        var plan = new Plan(until(rhythm.get(), until.get()), London.dayOf(clock.instant()));
        if (plan.part(2).isEmpty()) {
            return answers.wrong("until", "agreements.until.too-soon");
        }
        return plan.part(LONGEST_PLAN + 1).isPresent()
                ? answers.wrong("until", "agreements.until.too-late", LONGEST_PLAN)
                : answers;
    }

    /// The form for payers.
    AgreementFormPage page(Fund fund, Offer offer, Words words) {
        return page(fund, offer, path(fund.code()), "/pay/" + fund.code(), "", words);
    }

    /// @param account whose it is, where a colleague fills it in; empty for payers
    AgreementFormPage page(Fund fund, Offer offer, String action, String back, String account, Words words) {
        var face = PayersDoor.face(fund, words);
        return new AgreementFormPage(
                action,
                back,
                face.name(),
                face.label(),
                face.hint(),
                offer.instalments(),
                offer.recurring(),
                numbers(Terms.FEWEST, offer.most()),
                numbers(1, Terms.LAST_DAY),
                words.money(offer.least()),
                account,
                !account.isEmpty());
    }

    private static List<Option> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> Option.of("" + number, "" + number))
                .toList();
    }
}
