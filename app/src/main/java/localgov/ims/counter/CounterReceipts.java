package localgov.ims.counter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.Office;
import localgov.ims.catalogue.VatRate;
import localgov.ims.counter.pages.CounterReceiptPage;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import localgov.ims.unpaid.UnpaidReceipts;
import localgov.ims.unpaid.UnpaidReturn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts what was taken into words: on the page, on paper and in an e-mail.
@Component
class CounterReceipts {
    /// In the book a payment's lines are counted from here.
    private static final int FIRST = 1;

    private final Catalogue catalogue;
    private final Reversals reversals;
    private final Payments payments;
    private final UnpaidReceipts unpaid;

    CounterReceipts(Catalogue catalogue, Reversals reversals, Payments payments, UnpaidReceipts unpaid) {
        this.catalogue = catalogue;
        this.reversals = reversals;
        this.payments = payments;
        this.unpaid = unpaid;
    }

    private @Nullable String whyNoMail(CounterPayment payment, boolean mails, Words words) {
        if (returned(payment).isPresent()) {
            return words.say("counter.email.returned");
        }
        return mails ? null : words.say("counter.email.enough");
    }

    /// @param mails whether it may be sent once more
    CounterReceiptPage page(CounterPayment payment, boolean mails, Words words) {
        return new CounterReceiptPage(
                CounterPaths.receipt(payment.id()),
                payment.reference().grouped(),
                words.money(payment.total()),
                payment.change().filter(Money::isPositive).map(words::money).orElse(null),
                facts(payment, words),
                payment.lines().stream().map(line -> row(line, words)).toList(),
                vat(payment, words),
                reversals
                        .of(payment)
                        .map(reversal -> words.say(
                                "counter.reversed", reversal.reversedAt(), reversal.askedBy(), reversal.reason()))
                        .orElse(null),
                notes(payment, words),
                reversals.isPossible(payment) && returned(payment).isEmpty()
                        ? CounterPaths.reverse(payment.id())
                        : null,
                returnPath(payment),
                whyNoMail(payment, mails, words));
    }

    /// What the bank returned of it: then it is a receipt of nothing.
    Optional<UnpaidReturn> returned(CounterPayment payment) {
        return reversals.journal(payment.id()).flatMap(journal -> unpaid.of(journal, FIRST));
    }

    /// Where whoever looks writes down that the bank returned it.
    private @Nullable String returnPath(CounterPayment payment) {
        return reversals
                .journal(payment.id())
                .filter(journal -> unpaid.isPossible(journal, FIRST, CurrentCaller.scope(Permission.RECORD_UNPAID)))
                .map(journal -> UnpaidReceipts.path(journal, FIRST))
                .orElse(null);
    }

    private List<String> notes(CounterPayment payment, Words words) {
        var notes = new ArrayList<String>();
        if (!payment.total().equals(payment.taken())) {
            notes.add(words.say("counter.card.other-amount"));
        }
        if (isUncollected(payment)) {
            notes.add(words.say("counter.card.not-collected"));
        }
        returned(payment).ifPresent(one -> notes.add(words.say("unpaid.note", one.returnedOn(), one.reason())));
        reversals
                .waiting(payment)
                .forEach(request -> notes.add(
                        words.say("counter.reverse.waits", request.asked().name())));
        return notes;
    }

    /// Whether the card provider said paid, and could not collect it after all.
    private boolean isUncollected(CounterPayment payment) {
        var card = payment.cardPayment();
        return card != null
                && payments.find(new PaymentId(card))
                        .filter(paid -> paid.state() != PaymentState.PAID)
                        .isPresent();
    }

    private CounterReceiptPage.Row row(CounterPayment.Line line, Words words) {
        var fund = catalogue.now().fund(line.fund());
        if (line.isFee()) {
            return new CounterReceiptPage.Row(
                    CounterRefusals.name(line, catalogue.now(), words),
                    words.say("counter.fee.why"),
                    "",
                    words.money(line.amount()),
                    null);
        }
        return new CounterReceiptPage.Row(
                CounterRefusals.name(line, catalogue.now(), words),
                fund.map(known -> words.either(known.referenceLabel(), known.referenceLabelInWelsh()))
                        .orElse(""),
                line.account(),
                words.money(line.amount()),
                line.narrative());
    }

    /// Of how it was paid, all that a payer may keep: of a cheque or a slip the number, and never whose account.
    List<SummaryRow> facts(CounterPayment payment, Words words) {
        var how = payment.how();
        var evidence = payment.evidence();
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("counter.when"), words.moment(at(payment))));
        facts.add(SummaryRow.of(words.say("counter.paid-by"), method(Objects.requireNonNull(how.method()), words)));
        if (evidence.given() != null) {
            facts.add(SummaryRow.of(words.say("counter.given"), words.money(evidence.given())));
            payment.change()
                    .ifPresent(change -> facts.add(SummaryRow.of(words.say("counter.change"), words.money(change))));
        }
        if (evidence.chequeNumber() != null) {
            facts.add(SummaryRow.of(words.say("counter.cheque.number"), evidence.chequeNumber()));
        }
        if (evidence.slip() != null) {
            facts.add(SummaryRow.of(words.say("counter.slip"), evidence.slip()));
        }
        if (evidence.authorisation() != null) {
            facts.add(SummaryRow.of(words.say("counter.authorisation"), evidence.authorisation()));
        }
        if (how.payer() != null) {
            facts.add(SummaryRow.of(words.say("counter.payer"), how.payer()));
        }
        if (how.callReference() != null) {
            facts.add(SummaryRow.of(words.say("counter.call"), how.callReference()));
        }
        catalogue.now().offices().stream()
                .filter(office -> office.code().equals(how.office()))
                .map(Office::name)
                .forEach(office -> facts.add(SummaryRow.of(words.say("counter.office"), office)));
        return facts;
    }

    static Instant at(CounterPayment payment) {
        return Objects.requireNonNull(payment.takenAt());
    }

    String method(String code, Words words) {
        return catalogue
                .now()
                .method(code)
                .map((Method method) -> words.either(method.name(), method.nameInWelsh()))
                .orElse(code);
    }

    /// The VAT within it, by rate; without the rates that come to nothing.
    List<SummaryRow> vat(CounterPayment payment, Words words) {
        return vats(payment).entrySet().stream()
                .filter(rate -> rate.getValue().isPositive())
                .map(rate -> SummaryRow.of(
                        words.say("counter.vat.within", CounterLinePages.percent(rate.getKey())),
                        words.money(rate.getValue())))
                .toList();
    }

    private Map<Integer, Money> vats(CounterPayment payment) {
        var now = catalogue.now();
        var day = London.dayOf(at(payment));
        var within = new TreeMap<Integer, Money>();
        for (var line : payment.lines()) {
            var code = line.vatCode() == null
                    ? now.fund(line.fund()).map(Fund::vatCode).orElse("")
                    : line.vatCode();
            now.vat(code, day)
                    .ifPresent(
                            (VatRate rate) -> within.merge(rate.basisPoints(), rate.vatIn(line.amount()), Money::plus));
        }
        return within;
    }

    private String lines(CounterPayment payment, Words words) {
        return payment.lines().stream()
                .map(line -> "%s: %s"
                        .formatted(CounterRefusals.inFull(line, catalogue.now(), words), words.money(line.amount())))
                .collect(Collectors.joining("\n"));
    }

    /// What the receipt is made of, for a council that words it itself.
    Map<String, String> values(CounterPayment payment, Words words) {
        return Map.of(
                "receipt", payment.reference().grouped(),
                "amount", words.money(payment.total()),
                "lines", lines(payment, words),
                "day", words.moment(at(payment)),
                "method", method(String.valueOf(payment.how().method()), words));
    }

    /// The receipt as an e-mail says it.
    String text(CounterPayment payment, Words words) {
        var text =
                new StringBuilder(words.say("counter.mail.first", payment.total(), payment.reference())).append("\n\n");
        text.append(lines(payment, words)).append('\n');
        text.append(words.say("counter.total")).append(": ").append(words.money(payment.total()));
        text.append("\n\n")
                .append(words.say(
                        "counter.mail.when",
                        at(payment),
                        method(String.valueOf(payment.how().method()), words)));
        var within = vats(payment);
        within.forEach((rate, vat) -> {
            if (vat.isPositive()) {
                text.append('\n')
                        .append(words.say("counter.vat.within", CounterLinePages.percent(rate)))
                        .append(": ")
                        .append(words.money(vat));
            }
        });
        return text.append('\n').toString();
    }
}
