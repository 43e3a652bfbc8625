package localgov.ims.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.London;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes to whoever agreed, in their language, in the database transaction of what they are told. Every e-mail
/// says which agreement it is about and how to end it.
@Component
class Telling {
    static final String ABOUT = "agreements.news";

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final Messages messages;
    private final Strongbox strongbox;
    private final WordBook book;
    private final Catalogue catalogue;
    private final InstalmentStore instalments;
    private final Payments payments;
    private final AgreementLinks links;

    Telling(
            Messages messages,
            Strongbox strongbox,
            WordBook book,
            Catalogue catalogue,
            InstalmentStore instalments,
            Payments payments,
            AgreementLinks links) {
        this.messages = messages;
        this.strongbox = strongbox;
        this.book = book;
        this.catalogue = catalogue;
        this.instalments = instalments;
        this.payments = payments;
        this.links = links;
    }

    /// Where the lock of its address opens.
    static String place(AgreementId id) {
        return "agreements.address:" + id;
    }

    /// A colleague has made a plan for them.
    void proposed(Agreement agreement) {
        var words = book.in(agreement.language());
        send(
                agreement,
                words,
                words.say("agreements.mail.proposed.subject", fund(agreement, words)),
                List.of(
                        words.say("agreements.mail.proposed.text"),
                        "",
                        links.address(agreement).orElseThrow()),
                false);
    }

    void setUp(Agreement agreement) {
        var words = book.in(agreement.language());
        var text = new ArrayList<String>();
        text.add(words.say("agreements.mail.set-up.text"));
        text.add("");
        for (var one : instalments.of(agreement.id())) {
            text.add("%s: %s".formatted(words.date(one.dueOn()), words.money(one.amount())));
        }
        if (agreement.terms().kind() == AgreementKind.RECURRING
                && agreement.terms().until() == null) {
            text.add(words.say(
                    "agreements.mail.and-so-on." + agreement.terms().every().code()));
        }
        send(agreement, words, words.say("agreements.mail.set-up.subject", fund(agreement, words)), text, true);
    }

    void comes(Agreement agreement, Instalment instalment) {
        var words = book.in(agreement.language());
        write(
                        agreement,
                        words,
                        words.say("agreements.mail.comes.subject", instalment.amount(), instalment.dueOn()),
                        List.of(words.say("agreements.mail.comes.text", instalment.amount(), instalment.dueOn())),
                        true)
                .map(email -> email.until(London.startOf(instalment.dueOn())))
                .ifPresent(messages::send);
    }

    void collected(Agreement agreement, Instalment instalment, Attempt attempt) {
        var words = book.in(agreement.language());
        var text = new ArrayList<String>();
        text.add(words.say("agreements.mail.collected.text", instalment.amount()));
        Optional.ofNullable(attempt.payment())
                .flatMap(payments::find)
                .map(Payment::reference)
                .ifPresent(reference -> {
                    text.add(words.say("agreements.mail.receipt", reference.grouped()));
                    text.add(links.paymentAddress(reference));
                });
        send(agreement, words, words.say("agreements.mail.collected.subject", instalment.amount()), text, true);
    }

    void failed(Agreement agreement, Instalment instalment, String why, Instant again) {
        var words = book.in(agreement.language());
        send(
                agreement,
                words,
                words.say("agreements.mail.failed.subject", instalment.amount()),
                List.of(
                        why(why, words),
                        words.say("agreements.mail.failed.text", instalment.amount(), London.dayOf(again))),
                true);
    }

    void missed(Agreement agreement, Instalment instalment, String why) {
        var words = book.in(agreement.language());
        send(
                agreement,
                words,
                words.say("agreements.mail.missed.subject", instalment.amount()),
                List.of(
                        why(why, words),
                        words.say("agreements.mail.missed.text", instalment.amount(), instalment.dueOn())),
                !agreement.state().isOver());
    }

    private static String why(String why, Words words) {
        return words.known("agreements.mail.why." + why).orElseGet(() -> words.say("agreements.mail.why.other"));
    }

    void cancelled(Agreement agreement) {
        var words = book.in(agreement.language());
        var text = new ArrayList<String>();
        text.add(words.say("agreements.mail.cancelled.text"));
        instalments.of(agreement.id()).stream()
                .filter(one -> one.state() == InstalmentState.COLLECTING)
                .findFirst()
                .ifPresent(one -> text.add(words.say("agreements.mail.cancelled.under-way", one.amount())));
        text.add(words.say("agreements.mail.still-owed"));
        send(agreement, words, words.say("agreements.mail.cancelled.subject", fund(agreement, words)), text, false);
    }

    /// The provider has ended it.
    void endedThere(Agreement agreement) {
        var words = book.in(agreement.language());
        send(
                agreement,
                words,
                words.say("agreements.mail.ended-there.subject", fund(agreement, words)),
                List.of(words.say("agreements.mail.ended-there.text"), words.say("agreements.mail.still-owed")),
                false);
    }

    void ended(Agreement agreement) {
        var words = book.in(agreement.language());
        boolean all = instalments.of(agreement.id()).stream().allMatch(one -> one.state() == InstalmentState.COLLECTED);
        send(
                agreement,
                words,
                words.say(
                        all ? "agreements.mail.ended.subject" : "agreements.mail.ended.subject.not-all",
                        fund(agreement, words)),
                List.of(words.say(all ? "agreements.mail.ended.all" : "agreements.mail.ended.not-all")),
                false);
    }

    void expires(Agreement agreement, LocalDate lastDay) {
        var words = book.in(agreement.language());
        send(
                agreement,
                words,
                words.say("agreements.mail.expires.subject", fund(agreement, words)),
                List.of(words.say("agreements.mail.expires.text", lastDay)),
                true);
    }

    private void send(Agreement agreement, Words words, String subject, List<String> said, boolean mayEnd) {
        write(agreement, words, subject, said, mayEnd).ifPresent(messages::send);
    }

    /// Nothing where nobody can read to whom it goes.
    private Optional<Email> write(Agreement agreement, Words words, String subject, List<String> said, boolean mayEnd) {
        if (!strongbox.opens(agreement.address())) {
            LOG.error("Nobody is written to about {}: their address was locked with another IMS_SECRET_KEY", agreement);
            return Optional.empty();
        }
        var text = new ArrayList<>(said);
        text.add("");
        text.add("%s %s".formatted(fund(agreement, words), agreement.account()));
        var link = mayEnd ? links.address(agreement).orElse("") : "";
        if (!link.isEmpty()) {
            text.addAll(List.of("", words.say("agreements.mail.see-or-end"), link));
        }
        var to = strongbox.unlock(agreement.address(), place(agreement.id()));
        return Optional.of(new Email(ABOUT, to, subject, String.join("\n", text))
                .in(agreement.language())
                .concerning(agreement.subject())
                .with(Map.of(
                        "what",
                        String.join("\n", said),
                        "news",
                        subject,
                        "fund",
                        fund(agreement, words),
                        "account",
                        agreement.account(),
                        "anylink",
                        link.isEmpty() ? "no" : "yes",
                        "link",
                        link)));
    }

    private String fund(Agreement agreement, Words words) {
        return catalogue
                .now()
                .fund(agreement.fund())
                .map(fund -> words.either(fund.name(), fund.nameInWelsh()))
                .orElse(agreement.fund());
    }
}
