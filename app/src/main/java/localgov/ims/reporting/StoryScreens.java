package localgov.ims.reporting;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.disputes.Dispute;
import localgov.ims.disputes.DisputeId;
import localgov.ims.disputes.DisputeLists;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Place;
import localgov.ims.ledger.Source;
import localgov.ims.messages.Deliveries;
import localgov.ims.messages.Told;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.receipts.PassedOn;
import localgov.ims.receipts.PassesOn;
import localgov.ims.receipts.StatementStories;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.Refunds;
import localgov.ims.unpaid.UnpaidReceipts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// One receipt with its whole story.
@Controller
@Needs(Permission.SEE_RECEIPTS)
class StoryScreens {
    private static final String FILE = "import";
    private static final String COUNTER = "counter";
    /// A payment, one that was taken back or paid after all, and an attempt of one that was paid as well.
    private static final String PAID_AS_WELL = "payment-twice";
    private static final Set<String> PAYMENTS = Set.of("payment", "payment-turn", PAID_AS_WELL);
    private static final Set<String> GIVEN_BACK = Set.of("refund", "refund-returned");
    private static final Set<String> FOR_DISPUTES =
            Set.of("dispute", "dispute-fee", "dispute-charged", "dispute-returned");

    private final Templates templates;
    private final StoryStore store;
    private final StatementStories statements;
    private final Payments payments;
    private final Refunds refunds;
    private final DisputeLists disputes;
    private final Catalogue catalogue;
    private final Deliveries deliveries;
    private final UnpaidReceipts unpaid;
    private final ReceiptMail mail;
    private final List<PassesOn> rooms;

    StoryScreens(
            Templates templates,
            StoryStore store,
            StatementStories statements,
            Payments payments,
            Refunds refunds,
            DisputeLists disputes,
            Catalogue catalogue,
            Deliveries deliveries,
            UnpaidReceipts unpaid,
            ReceiptMail mail,
            List<PassesOn> rooms) {
        this.templates = templates;
        this.store = store;
        this.statements = statements;
        this.payments = payments;
        this.refunds = refunds;
        this.disputes = disputes;
        this.catalogue = catalogue;
        this.deliveries = deliveries;
        this.unpaid = unpaid;
        this.mail = mail;
        this.rooms = rooms;
    }

    @GetMapping(ReceiptScreens.PATH + "/{place}")
    View one(@PathVariable String place, OfficeFrame frame) {
        var posted = Place.read(place)
                .flatMap(at -> store.posted(at.journal(), at.line()))
                .filter(one ->
                        CurrentCaller.scope(Permission.SEE_RECEIPTS).allows(one.fund(), one.office(), one.method()))
                .orElseThrow(StoryScreens::notThere);
        return Page.of(templates.reportingReceipt(story(posted, frame).page(), told(posted, frame), frame));
    }

    /// From a line of a file to its receipt.
    @GetMapping(ReceiptScreens.PATH + "/from-file/{file}/{line}")
    View ofLine(@PathVariable UUID file, @PathVariable int line) {
        var journal = store.journalOf(FILE, file.toString()).orElseThrow(StoryScreens::notThere);
        return Page.redirect(ReceiptScreens.PATH + "/" + journal + "-" + line);
    }

    private Story story(Posted posted, OfficeFrame frame) {
        var item = store.itemMadeBy(posted.journal(), posted.line());
        var payment = payment(posted);
        return new Story(
                new Naming(catalogue.now(), frame.words()),
                posted,
                posted.sourceKind().equals(FILE)
                        ? statements.of(new JournalId(posted.journal()), posted.line())
                        : Optional.empty(),
                payment,
                payment.flatMap(one -> paidOut(one, posted)),
                ReceiptSearch.isSuspense(posted.fromAccount())
                        ? store.itemTakenFrom(posted.journal())
                        : Optional.empty(),
                item,
                item.map(made -> placed(made.id())).orElse(List.of()),
                passed(posted),
                new Story.Sees(
                        CurrentCaller.may(Permission.SEE_IMPORTS),
                        seesSuspense(),
                        CurrentCaller.scope(Permission.TAKE_PAYMENTS).isEverything()),
                refunds(posted),
                mayGiveBack(posted),
                mayMail(posted),
                backBy(posted),
                disputed(posted),
                byDispute(posted),
                atCounter(posted, payment),
                returned(posted));
    }

    private Optional<StoryStore.PaidOut> paidOut(Payment payment, Posted posted) {
        var reference = posted.sourceKind().equals(PAID_AS_WELL)
                ? Optional.of(posted.sourceId().split("/", 2)[1])
                : payment.providerReference();
        return reference.flatMap(known -> store.paidOut(payment.id(), known));
    }

    /// What whoever paid was told of it, and what colleagues sent to somebody.
    private List<Told> told(Posted posted, OfficeFrame frame) {
        var source = PAYMENTS.contains(posted.sourceKind()) ? "payment" : posted.sourceKind();
        return Stream.of(
                        source + ":" + posted.sourceId().split("/", 2)[0],
                        ReceiptMail.Of.posted(posted).concerns())
                .flatMap(concerns -> deliveries.of(concerns, frame.words()).stream())
                .toList();
    }

    /// Which other systems know of it, or are to know.
    private List<PassedOn> passed(Posted posted) {
        var source = new Source(posted.sourceKind(), posted.sourceId());
        return rooms.stream().flatMap(room -> room.of(source).stream()).toList();
    }

    private boolean mayMail(Posted posted) {
        return CurrentCaller.may(Permission.WRITE_TO_PAYERS)
                && mail.of(posted, CurrentCaller.scope(Permission.SEE_RECEIPTS)).isPresent();
    }

    private static boolean seesSuspense() {
        return CurrentCaller.may(Permission.SEE_SUSPENSE) || CurrentCaller.may(Permission.ALLOCATE_SUSPENSE);
    }

    /// Where an item's money went, as far as it concerns whoever asks.
    private List<StoryStore.Placed> placed(long item) {
        var scope = CurrentCaller.scope(Permission.SEE_RECEIPTS);
        return store.placed(item).stream()
                .filter(one -> scope.allowsFund(one.fund()))
                .toList();
    }

    private List<Refund> refunds(Posted posted) {
        var scope = CurrentCaller.scope(Permission.SEE_REFUNDS, Permission.ASK_REFUNDS);
        return scope.isNothing()
                ? List.of()
                : refunds.of(posted.journal(), scope).stream()
                        .filter(refund -> refund.parts().stream().anyMatch(part -> part.line() == posted.line()))
                        .toList();
    }

    /// The refund that a posting gives back, or that came back with it.
    private Optional<Refund> backBy(Posted posted) {
        var scope = CurrentCaller.scope(Permission.SEE_REFUNDS, Permission.ASK_REFUNDS);
        return GIVEN_BACK.contains(posted.sourceKind()) ? refunds.postedAs(posted.sourceId(), scope) : Optional.empty();
    }

    /// What of a receipt payers' banks ask for.
    private List<Dispute> disputed(Posted posted) {
        return disputes.of(posted.journal(), seenDisputes()).stream()
                .filter(dispute -> dispute.lines().stream().anyMatch(line -> line.line() == posted.line()))
                .toList();
    }

    /// The dispute for which something was posted.
    private Optional<Dispute> byDispute(Posted posted) {
        return FOR_DISPUTES.contains(posted.sourceKind())
                ? DisputeId.read(posted.sourceId().split("/", 2)[0]).flatMap(id -> disputes.find(id, seenDisputes()))
                : Optional.empty();
    }

    private static Scope seenDisputes() {
        return CurrentCaller.scope(Permission.SEE_DISPUTES, Permission.HANDLE_DISPUTES);
    }

    private Optional<StoryStore.AtCounter> atCounter(Posted posted, Optional<Payment> payment) {
        return posted.sourceKind().equals(COUNTER)
                ? store.atCounter(UUID.fromString(posted.sourceId()))
                : payment.flatMap(one -> store.atCounter(one.id()));
    }

    /// What a bank returned of it; the return's own posting for whoever may see that one, too.
    private StoryOfReturn returned(Posted posted) {
        var of = unpaid.of(posted.journal(), posted.line());
        var scope = CurrentCaller.scope(Permission.SEE_RECEIPTS);
        var there = of.flatMap(one -> store.posted(one.posted(), one.line()))
                .filter(one -> scope.allows(one.fund(), one.office(), one.method()))
                .map(one -> StoryOfReturn.place(one.journal(), one.line()));
        return new StoryOfReturn(
                of,
                unpaid.postedAs(posted.journal(), posted.line()),
                there.orElse(null),
                unpaid.isPossible(posted.journal(), posted.line(), CurrentCaller.scope(Permission.RECORD_UNPAID)));
    }

    private boolean mayGiveBack(Posted posted) {
        var scope = CurrentCaller.scope(Permission.ASK_REFUNDS);
        return !scope.isNothing()
                && refunds.receipt(posted.journal(), posted.line(), scope)
                        .flatMap(receipt -> receipt.isPossible() ? receipt.line(posted.line()) : Optional.empty())
                        .isPresent();
    }

    private Optional<Payment> payment(Posted posted) {
        return PAYMENTS.contains(posted.sourceKind())
                ? payments.find(new PaymentId(UUID.fromString(posted.sourceId().split("/", 2)[0])))
                : Optional.empty();
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
