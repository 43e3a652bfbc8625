package localgov.ims.unpaid;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.By;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.receipts.TakingBack;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: which receipts a bank can return unpaid, which it has returned, and writing that down.
@Component
public class UnpaidReceipts {
    private static final Set<MethodKind> BY_BANK = EnumSet.of(MethodKind.CHEQUE, MethodKind.DIRECT_DEBIT);
    static final String SOURCE = "unpaid";

    private final UnpaidStore store;
    private final Catalogue catalogue;
    private final TakingBack takingBack;
    private final Standings standings;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;

    UnpaidReceipts(
            UnpaidStore store,
            Catalogue catalogue,
            TakingBack takingBack,
            Standings standings,
            Audit audit,
            TransactionTemplate transactions,
            ApplicationEventPublisher facts,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.takingBack = takingBack;
        this.standings = standings;
        this.audit = audit;
        this.transactions = transactions;
        this.facts = facts;
        this.clock = clock;
    }

    /// Where it is written down that a bank returned a receipt.
    public static String path(long journal, int line) {
        return "/office/receipts/%d-%d/returned".formatted(journal, line);
    }

    /// A receipt that was paid by cheque or Direct Debit, all of which lies within what somebody may write down.
    public Optional<UnpaidReceipt> receipt(long journal, int line, Scope scope) {
        var postings = store.postings(journal, line);
        if (postings.isEmpty()
                || !postings.stream().allMatch(one -> scope.allows(one.fund(), one.office(), one.method()))) {
            return Optional.empty();
        }
        var first = postings.getFirst();
        return Optional.ofNullable(first.method())
                .flatMap(catalogue.now()::method)
                .filter(method -> BY_BANK.contains(method.kind()) && !method.reversal())
                .map(method -> new UnpaidReceipt(
                        journal,
                        method.code(),
                        back(method),
                        first.happenedOn(),
                        first.payer(),
                        whyNot(journal, postings),
                        postings.stream().map(UnpaidStore.Row::line).toList(),
                        standings.of(journal, postings)));
    }

    /// Whether that can be written down of it now, by whoever asks.
    ///
    /// @param scope within which they may
    public boolean isPossible(long journal, int line, Scope scope) {
        return !scope.isNothing()
                && receipt(journal, line, scope)
                        .filter(UnpaidReceipt::isPossible)
                        .isPresent();
    }

    /// What a bank returned of a line of a receipt.
    public Optional<UnpaidReturn> of(long journal, int line) {
        return store.of(journal, line);
    }

    /// What a bank returned of the receipt that this brought.
    public Optional<UnpaidReturn> of(Source source) {
        return store.of(source);
    }

    /// What brought the receipts of this kind that were entered on a day, came to so much and were returned whole.
    ///
    /// @param kind of their source, such as `payment`
    /// @param day in London
    public List<Source> returnedOf(String kind, LocalDate day, Money total) {
        return store.returnedOf(kind, day, total);
    }

    /// The return that a journal posted, at the same line.
    public Optional<UnpaidReturn> postedAs(long journal, int line) {
        return store.postedAs(journal, line);
    }

    /// A council that has a method for what is returned shows it so in its books and on accounts.
    private String back(Method paid) {
        return catalogue.now().methods().stream()
                .filter(method -> method.reversal() && method.open() && method.kind() == paid.kind())
                .map(Method::code)
                .findFirst()
                .orElse(paid.code());
    }

    private UnpaidReceipt.@Nullable WhyNot whyNot(long journal, List<UnpaidStore.Row> postings) {
        if (store.of(journal, postings.getFirst().place()).isPresent()) {
            return UnpaidReceipt.WhyNot.RETURNED;
        }
        return postings.stream().anyMatch(UnpaidStore.Row::isGivenBack) ? UnpaidReceipt.WhyNot.GIVEN_BACK : null;
    }

    /// Writes down that the bank returned it: all of it, once, by a further entry.
    Returned write(long journal, int line, LocalDate day, String reason, Person person) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var answer = write(
                    new Told(journal, line, day, reason), person.scope(Permission.RECORD_UNPAID), person.signature());
            if (!(answer instanceof Returned.Done)) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    /// That a bank returned a receipt.
    ///
    /// @param journal the receipt's, and `line` any line of it
    /// @param day the bank's
    public record Told(long journal, int line, LocalDate day, String reason) {}

    /// The same within the caller's database transaction, which must end without effect unless it is done.
    ///
    /// @param scope within which it may be written down
    /// @param who a person's signature, or `system` where a report told it
    public Returned write(Told told, Scope scope, String who) {
        var found = receipt(told.journal(), told.line(), scope);
        if (found.isEmpty()) {
            return new Returned.NoSuchReceipt();
        }
        var receipt = found.get();
        if (receipt.whyNot() == UnpaidReceipt.WhyNot.RETURNED) {
            return new Returned.SeenBefore();
        }
        var whyNot = receipt.reasonAgainst();
        if (whyNot.isPresent()) {
            return new Returned.NotPossible(whyNot.get());
        }
        return told.day().isBefore(receipt.happenedOn()) || told.day().isAfter(London.dayOf(clock.instant()))
                ? new Returned.NotOnThatDay()
                : post(receipt, told.day(), CardNumbers.masked(told.reason().strip()), who);
    }

    /// The receipt's own rows are held first, as by whoever refunds it, then what of it is in suspense, then ours
    /// is written. Where it stands is looked at again once nobody else can move it.
    private Returned post(UnpaidReceipt receipt, LocalDate day, String reason, String who) {
        int first = receipt.lines().getFirst().line();
        var why = new Source(SOURCE, receipt.journal() + "/" + first);
        var stands = new ArrayList<UnpaidReceipt.Stand>();
        var journal = takingBack.returnedUnpaid(
                new TakingBack.Unpaid(new JournalId(receipt.journal()), receipt.places(), receipt.back(), day, reason),
                () -> standings.hold(receipt).map(held -> {
                    stands.addAll(held);
                    return held.stream().map(UnpaidReceipt.Stand::standing).toList();
                }),
                why,
                By.person(who));
        if (journal.isEmpty()) {
            return store.of(receipt.journal(), first).isPresent()
                    ? new Returned.SeenBefore()
                    : new Returned.GivenBack();
        }
        if (!store.insert(receipt, journal.get(), day, reason, who, clock.instant())) {
            return new Returned.SeenBefore();
        }
        store.insert(receipt.journal(), stands);
        audit.note(
                who,
                "receipt.returned-unpaid",
                "receipt:%d-%d".formatted(receipt.journal(), first),
                "%s by %s, on %s, journal %s: %s"
                        .formatted(receipt.total(), receipt.method(), day, journal.get(), reason));
        facts.publishEvent(new ReturnedUnpaid(store.source(receipt.journal()), day));
        return new Returned.Done();
    }
}
