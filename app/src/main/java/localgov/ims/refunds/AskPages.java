package localgov.ims.refunds;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;
import localgov.ims.refunds.Wanting.Problem;
import localgov.ims.refunds.pages.AskRefundPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a receipt that is to be given back into words.
@Component
class AskPages {
    private final Refunds refunds;
    private final RefundPages pages;
    private final InstantSource clock;

    AskPages(Refunds refunds, RefundPages pages, InstantSource clock) {
        this.refunds = refunds;
        this.pages = pages;
        this.clock = clock;
    }

    AskRefundPage page(Received receipt, int line, Answers answers, Words words) {
        var receiptPath = pages.receipt(receipt.journal(), line);
        return new AskRefundPage(
                "%s/%d-%d".formatted(AskScreens.PATH, receipt.journal(), line),
                receiptPath == null ? RefundScreens.PATH : receiptPath,
                facts(receipt, words),
                how(receipt, words),
                whyNot(receipt, words),
                receipt.lines().stream()
                        .filter(one -> !one.isSurcharge())
                        .map(one -> line(one, words))
                        .toList(),
                earlier(receipt, words),
                receipt.way() == Way.BANK,
                surcharge(receipt, words),
                Optional.ofNullable(answers.value(AskForm.KEY))
                        .orElseGet(() -> RefundId.at(clock.instant()).toString()));
    }

    /// All of what is left, which is what is mostly wanted.
    Answers filledIn(Received receipt, Words words) {
        var answers = Answers.none(words);
        for (var line : receipt.lines()) {
            if (line.left().isPositive() && !line.isSurcharge()) {
                answers = answers.with(
                        AskForm.amount(line.line()), line.left().inPounds().toPlainString());
            }
        }
        return answers.with(AskForm.SURCHARGE, "with-all");
    }

    private static AskRefundPage.@Nullable Surcharge surcharge(Received receipt, Words words) {
        return receipt.lines().stream()
                .filter(line -> line.isSurcharge() && line.left().isPositive())
                .findFirst()
                .map(line -> new AskRefundPage.Surcharge(
                        words.say("refunds.ask.surcharge", line.left()),
                        List.of(
                                Choice.of("with-all", words.say("refunds.ask.surcharge.with-all")),
                                Choice.of("yes", words.say("refunds.ask.surcharge.yes")),
                                Choice.of("no", words.say("refunds.ask.surcharge.no")))))
                .orElse(null);
    }

    private static String how(Received receipt, Words words) {
        return words.say(receipt.way() == Way.CARD ? "refunds.ask.to-card" : "refunds.ask.by-bank");
    }

    private @Nullable String whyNot(Received receipt, Words words) {
        var why = receipt.whyNot();
        if (why != null) {
            return pages.whyNot(why, words);
        }
        return receipt.left().isPositive() ? null : words.say("refunds.why-not.nothing-left");
    }

    private List<SummaryRow> facts(Received receipt, Words words) {
        var facts = new ArrayList<SummaryRow>();
        receipt.reference()
                .ifPresent(
                        reference -> facts.add(SummaryRow.of(words.say("refunds.fact.payment"), reference.toString())));
        if (receipt.payer() != null) {
            facts.add(SummaryRow.of(words.say("refunds.fact.payer"), receipt.payer()));
        }
        facts.add(SummaryRow.of(words.say("refunds.fact.paid-on"), words.date(receipt.happenedOn())));
        facts.add(SummaryRow.of(words.say("refunds.fact.paid"), words.money(receipt.amount())));
        facts.add(SummaryRow.of(words.say("refunds.fact.left"), words.money(receipt.left())));
        return facts;
    }

    /// Every line, also one that is a surcharge.
    List<AskRefundPage.Line> lines(Received receipt, Words words) {
        return receipt.lines().stream().map(one -> line(one, words)).toList();
    }

    private AskRefundPage.Line line(Received.Line line, Words words) {
        return new AskRefundPage.Line(
                AskForm.amount(line.line()),
                pages.from(line.fund(), line.pot(), words),
                line.account() == null ? "" : line.account(),
                words.money(line.amount()),
                words.money(line.left()),
                line.left().isPositive());
    }

    private List<AskRefundPage.Earlier> earlier(Received receipt, Words words) {
        return refunds.of(receipt.journal(), RefundScreens.scope()).stream()
                .filter(one -> one.parts().stream()
                        .anyMatch(part -> receipt.line(part.line()).isPresent()))
                .map(one -> new AskRefundPage.Earlier(
                        RefundScreens.path(one),
                        words.say("refunds.earlier", one.amount(), one.createdAt()),
                        pages.state(one, words),
                        RefundPages.colour(one.state())))
                .toList();
    }

    /// What is wrong, at its fields and in the reader's language.
    Answers wrong(AskForm form, List<Problem> problems, Words words) {
        var receipt = refunds.receipt(form.wish().journal(), form.wish().line(), RefundScreens.scope())
                .orElseThrow();
        return wrong(form, problems, receipt, words);
    }

    static Answers wrong(AskForm form, List<Problem> problems, Received receipt, Words words) {
        var answers = form.answers();
        for (var problem : problems) {
            answers = answers.wrongAs(form.field(problem, receipt), sentence(problem, words));
        }
        return answers;
    }

    /// The same where nothing but why and to whom is asked.
    static Answers wrong(Answers sent, List<Problem> problems, Words words) {
        var answers = sent;
        for (var problem : problems) {
            answers = answers.wrongAs(problem.field(), sentence(problem, words));
        }
        return answers;
    }

    private static String sentence(Problem problem, Words words) {
        return words.say(
                "refunds.refused." + key(problem), problem.values().values().toArray());
    }

    private static String key(Problem problem) {
        return problem.field() + "-" + problem.code();
    }
}
