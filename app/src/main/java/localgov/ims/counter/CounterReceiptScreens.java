package localgov.ims.counter;

import gg.jte.generated.precompiled.Templates;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.counter.pages.CounterReversePage;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.EmailAddress;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The receipt of what was taken: on paper, by e-mail; and taking it back.
@Controller
@Needs(Permission.TAKE_PAYMENTS)
class CounterReceiptScreens {
    private static final int LONGEST_REASON = 300;

    private final Templates templates;
    private final CounterBaskets baskets;
    private final CounterReceipts receipts;
    private final CounterStore store;
    private final CounterRules rules;
    private final Reversals reversals;
    private final Messages messages;
    private final TransactionTemplate transactions;

    CounterReceiptScreens(
            Templates templates,
            CounterBaskets baskets,
            CounterReceipts receipts,
            CounterStore store,
            CounterRules rules,
            Reversals reversals,
            Messages messages,
            TransactionTemplate transactions) {
        this.templates = templates;
        this.baskets = baskets;
        this.receipts = receipts;
        this.store = store;
        this.rules = rules;
        this.reversals = reversals;
        this.messages = messages;
        this.transactions = transactions;
    }

    /// One that was taken.
    private CounterPayment taken(String id, Caller caller) {
        var payment = baskets.find(id, caller);
        if (!payment.state().isTaken()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return payment;
    }

    @GetMapping(CounterPaths.ONE + "/receipt")
    View receipt(@PathVariable String id, Caller caller, OfficeFrame frame) {
        return draw(taken(id, caller), Answers.none(frame.words()), frame);
    }

    private Page draw(CounterPayment payment, Answers answers, OfficeFrame frame) {
        var page = receipts.page(payment, store.mayMail(payment.id()), frame.words());
        return Page.of(templates.counterReceipt(page, answers, frame));
    }

    /// Sends the receipt to one address, as often as a payer may have typed it wrong: three times.
    @PostMapping(CounterPaths.ONE + "/receipt")
    View send(
            @PathVariable String id, @RequestParam(defaultValue = "") String email, Caller caller, OfficeFrame frame) {
        var payment = taken(id, caller);
        var address = email.strip();
        if (EmailAddress.read(address).isEmpty()) {
            var answers = Answers.of(frame.words(), Map.of("email", email)).wrong("email", "counter.email.needed");
            return draw(payment, answers, frame).status(CounterBaskets.REFUSED);
        }
        if (receipts.returned(payment).isPresent()) {
            return Page.redirect(CounterPaths.receipt(payment.id())).saying("counter.email.returned");
        }
        boolean sent = Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!store.mails(payment.id())) {
                return false;
            }
            messages.send(mail(payment, address, frame.words()));
            return true;
        }));
        return Page.redirect(CounterPaths.receipt(payment.id()))
                .saying(sent ? "counter.email.sent" : "counter.email.enough");
    }

    private Email mail(CounterPayment payment, String address, Words words) {
        return new Email(
                        CounterReceiptKind.ABOUT,
                        address,
                        words.say("counter.mail.subject", payment.reference()),
                        receipts.text(payment, words))
                .in(words.language())
                .concerning("counter:" + payment.id())
                .with(receipts.values(payment, words));
    }

    @GetMapping(CounterPaths.ONE + "/reverse")
    View reversing(@PathVariable String id, Caller caller, OfficeFrame frame) {
        var payment = taken(id, caller);
        return reversals.isPossible(payment)
                ? ask(payment, UUID.randomUUID(), Answers.none(frame.words()), caller, frame)
                : Page.redirect(CounterPaths.receipt(payment.id()));
    }

    private Page ask(CounterPayment payment, UUID key, Answers answers, Caller caller, OfficeFrame frame) {
        return Page.of(templates.counterReverse(page(payment, key, caller, frame.words()), answers, frame));
    }

    private CounterReversePage page(CounterPayment payment, UUID key, Caller caller, Words words) {
        var came = Objects.requireNonNull(payment.how().method());
        var back = rules.ways(caller.scope(Permission.TAKE_PAYMENTS)).methodsBack(came).stream()
                .map(method -> Choice.of(method.code(), words.either(method.name(), method.nameInWelsh())));
        var same = Choice.of(came, words.say("counter.reverse.same-way", receipts.method(came, words)));
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(
                words.say("counter.reference"), payment.reference().grouped()));
        facts.addAll(receipts.facts(payment, words));
        return new CounterReversePage(
                CounterPaths.reverse(payment.id()),
                CounterPaths.receipt(payment.id()),
                words.money(payment.total()),
                facts,
                words.say("counter.reverse.warning." + warning(payment)),
                Stream.concat(Stream.of(same), back).toList(),
                key.toString());
    }

    /// What has to be done with the money itself depends on what it is.
    private static String warning(CounterPayment payment) {
        var evidence = payment.evidence();
        if (evidence.given() != null) {
            return "cash";
        }
        if (evidence.chequeNumber() != null) {
            return "cheque";
        }
        return evidence.authorisation() != null ? "terminal" : "paper";
    }

    @PostMapping(CounterPaths.ONE + "/reverse")
    @NeedsFreshSignIn
    View reverse(@PathVariable String id, @RequestParam Map<String, String> sent, Person person, OfficeFrame frame) {
        var payment = taken(id, person);
        var key = key(sent.getOrDefault("key", ""));
        var reason = sent.getOrDefault("reason", "").strip();
        var method = sent.getOrDefault("method", "");
        var answers = Answers.of(frame.words(), sent);
        if (reason.isEmpty()) {
            answers = answers.wrong("reason", "counter.reverse.reason.needed");
        } else if (reason.length() > LONGEST_REASON) {
            answers = answers.wrong("reason", "counter.too-long", LONGEST_REASON);
        }
        if (!"yes".equals(sent.get("done"))) {
            answers = answers.wrong("done", "counter.reverse.done.needed");
        }
        if (!answers.hold()) {
            return ask(payment, key, answers, person, frame).status(CounterBaskets.REFUSED);
        }
        var receipt = Page.redirect(CounterPaths.receipt(payment.id()));
        return switch (reversals.ask(new Reversals.Wish(key, payment.id(), method, reason), person)) {
            case Reversed.Done _ -> receipt.saying("counter.reverse.made");
            case Reversed.NeedsApproval _ -> receipt.saying("counter.reverse.asked");
            case Reversed.TooLate _ -> receipt;
            case Reversed.AnotherDay _ -> receipt.saying("counter.reverse.another-day");
            case Reversed.OnCardPage _ -> receipt.saying("counter.reverse.on-card-page");
            case Reversed.BeingRefunded _ -> receipt.saying("counter.reverse.being-refunded");
            case Reversed.NotByThat _ ->
                ask(payment, key, answers.wrong("method", "counter.reverse.not-by-that"), person, frame)
                        .status(CounterBaskets.REFUSED);
            case Reversed.NoSuchPayment _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static UUID key(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException noKey) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
