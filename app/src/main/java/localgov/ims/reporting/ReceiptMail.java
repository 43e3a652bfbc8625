package localgov.ims.reporting;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import localgov.ims.audit.Audit;
import localgov.ims.ledger.Source;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.people.Scope;
import localgov.ims.platform.words.Language;
import localgov.ims.receipts.GivenReceipt;
import localgov.ims.receipts.ReceiptGiver;
import localgov.ims.unpaid.UnpaidReceipts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends a receipt to an address that somebody has asked a colleague to send it to, once for each form. The address is
/// kept nowhere but in the e-mail: where the payer is told of what follows stays as it was.
@Component
class ReceiptMail {
    private static final String FILE = "import";
    /// What payers get receipts of. The rest is money that moves or comes back.
    private static final Set<String> TAKEN = Set.of("payment", "counter", FILE, "demo");

    private final ReceiptMailStore store;
    private final ReceiptWords words;
    private final UnpaidReceipts unpaid;
    private final List<ReceiptGiver> givers;
    private final Messages messages;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ReceiptMail(
            ReceiptMailStore store,
            ReceiptWords words,
            UnpaidReceipts unpaid,
            List<ReceiptGiver> givers,
            Messages messages,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.words = words;
        this.unpaid = unpaid;
        this.givers = givers;
        this.messages = messages;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Which receipt: a whole journal, as a payer with three bills has one; of a file, whose lines are of many payers,
    /// one line.
    ///
    /// @param line 0 for all of them
    record Of(long journal, int line) {
        static Of posted(Posted one) {
            return new Of(one.journal(), one.sourceKind().equals(FILE) ? one.line() : 0);
        }

        /// What e-mails about it belong to.
        String concerns() {
            return "receipt:" + place();
        }

        String place() {
            return line == 0 ? "" + journal : journal + "-" + line;
        }
    }

    /// A receipt that may be sent.
    ///
    /// @param given what the payer has in hand; absent where no room gave anything
    /// @param copy whether the payer has one by e-mail
    record Sendable(Of of, List<Posted> lines, @Nullable GivenReceipt given, boolean copy) {
        /// As it stands on the receipt, or else where it is in the book.
        String number() {
            return given == null ? of.place() : given.number();
        }
    }

    /// The receipt to which a posting belongs, as it would go out; nothing when there is none to send, some of it was
    /// returned unpaid or is outside these limits.
    Optional<Sendable> of(Posted posted, Scope scope) {
        if (!TAKEN.contains(posted.sourceKind())) {
            return Optional.empty();
        }
        var of = Of.posted(posted);
        var lines = store.cameIn(of);
        if (lines.isEmpty() || !lines.stream().allMatch(one -> isThere(one, scope))) {
            return Optional.empty();
        }
        var source = new Source(posted.sourceKind(), posted.sourceId());
        var given = givers.stream().flatMap(giver -> giver.of(source).stream()).toList();
        return given.stream().allMatch(GivenReceipt::holds)
                ? Optional.of(new Sendable(
                        of,
                        lines,
                        inHand(given).orElse(null),
                        given.stream().anyMatch(GivenReceipt::emailed) || store.hasGone(of)))
                : Optional.empty();
    }

    /// Of what two rooms gave for one payment, as for a card page for a caller, the payer has in hand what was sent, or
    /// else what was given first.
    private static Optional<GivenReceipt> inHand(List<GivenReceipt> given) {
        boolean test = given.stream().anyMatch(GivenReceipt::test);
        return given.stream()
                .filter(GivenReceipt::emailed)
                .findFirst()
                .or(() -> given.stream().findFirst())
                .map(one ->
                        new GivenReceipt(one.number(), one.holds(), test, one.emailed(), one.progress(), one.proof()));
    }

    /// Whether it is within these limits, and no bank returned it.
    private boolean isThere(Posted one, Scope scope) {
        return scope.allows(one.fund(), one.office(), one.method())
                && unpaid.of(one.journal(), one.line()).isEmpty();
    }

    /// @param key of the form
    /// @return false when it has gone out as often as it may
    boolean send(Sendable receipt, UUID key, String address, Language language, String who) {
        transactions.executeWithoutResult(_ -> store.goesOut(receipt.of(), key, receipt.copy(), clock.instant())
                .ifPresent(copy -> {
                    var written = words.of(receipt, Objects.requireNonNull(copy), language);
                    messages.send(new Email(ReceiptMailKind.ABOUT, address, written.subject(), written.text())
                            .in(language)
                            .concerning(receipt.of().concerns())
                            .with(written.values()));
                    audit.note(who, "receipt.emailed", receipt.of().concerns(), copy ? "A copy" : "");
                }));
        return store.wasSent(key);
    }
}
