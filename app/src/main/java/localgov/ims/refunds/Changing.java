package localgov.ims.refunds;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.Written;
import localgov.ims.receipts.Departures;
import localgov.ims.receipts.GivenBack;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes down what becomes of a refund with all that follows: the postings when money leaves and when it comes
/// back, what is free again, the story and the audit. To be called within a database transaction.
@Component
class Changing {
    private static final int TRIES = 20;
    static final String LEFT = "refund";
    static final String RETURNED = "refund-returned";

    private final RefundStore store;
    private final StepStore steps;
    private final Remaining remaining;
    private final NewPayees newPayees;
    private final Departures departures;
    private final Audit audit;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Changing(
            RefundStore store,
            StepStore steps,
            Remaining remaining,
            NewPayees newPayees,
            Departures departures,
            Audit audit,
            JdbcClient db,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.steps = steps;
        this.remaining = remaining;
        this.newPayees = newPayees;
        this.departures = departures;
        this.audit = audit;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /// No when somebody was quicker; then nothing was written.
    ///
    /// @param who did it, as the audit names them; `system` for what a provider says
    boolean write(Refund before, Standing after, String who) {
        if (before.state() != after.state()) {
            remaining.oneAtATime(before.journal());
        }
        if (!store.move(before, after, newPayees.longEnoughAgo())) {
            return false;
        }
        var now = clock.instant();
        var refund = before.standing(after.nextVersion());
        if (before.state() == after.state()) {
            return true;
        }
        if (before.state() == RefundState.SENT) {
            returned(refund);
        }
        if (after.state() == RefundState.SENT) {
            left(refund);
        }
        if (before.state().holds() && !after.state().holds()) {
            remaining.release(before);
            refund.insteadOf().ifPresent(failed -> reopen(failed, who));
        }
        if (before.state() == RefundState.REPLACED) {
            remaining.hold(before);
        }
        tell(refund, who, now);
        return true;
    }

    /// The one to the card has failed as before, once nothing goes by bank in its place. Nobody takes it meanwhile,
    /// but it may have been looked at.
    private void reopen(RefundId failed, String who) {
        for (int i = 0; i < TRIES; i++) {
            var card = store.get(failed);
            if (write(card, card.standing().failedAsBefore(), who)) {
                return;
            }
        }
        throw new IllegalStateException("Refund %s changes faster than it can be written".formatted(failed));
    }

    /// A provider says that money has reached the card after all. What goes by bank in its place is stopped; no
    /// when that has gone already.
    boolean stopInstead(Refund replaced, String why) {
        var bank = store.instead(replaced.id());
        if (bank.isEmpty()) {
            return true;
        }
        var end = switch (bank.get().state()) {
            case ASKED -> RefundState.LAPSED;
            case APPROVED -> RefundState.GIVEN_UP;
            default -> null;
        };
        return end != null && write(bank.get(), bank.get().standing().to(end, why, null), "system");
    }

    /// What happened, for the refund's page and for the audit. What a provider said is on the page alone.
    void tell(Refund refund, String who, Instant now) {
        steps.note(refund.id(), now, who, refund.standing());
        audit.note(who, did(refund.state()), inAudit(refund), detail(refund));
        if (refund.state() == RefundState.SENT) {
            events.publishEvent(new RefundSent(refund.id()));
        }
        if (refund.state() == RefundState.FAILED) {
            events.publishEvent(new RefundFailed(refund.id()));
        }
    }

    private static String detail(Refund refund) {
        var failure = refund.failure();
        return failure.isPresent()
                ? "%s: %s".formatted(refund.amount(), failure.get())
                : refund.amount().toString();
    }

    private static String did(RefundState state) {
        return switch (state) {
            case PROPOSED -> "refunds.proposed";
            case ASKED -> "refunds.asked";
            case APPROVED -> "refunds.approved";
            case SENDING -> "refunds.sending";
            case UNKNOWN -> "refunds.unknown";
            case SUBMITTED -> "refunds.submitted";
            case SENT -> "refunds.sent";
            case FAILED -> "refunds.failed";
            case REPLACED -> "refunds.replaced";
            case DECLINED -> "refunds.declined";
            case WITHDRAWN -> "refunds.withdrawn";
            case LAPSED -> "refunds.lapsed";
            case GIVEN_UP -> "refunds.given-up";
        };
    }

    /// How the audit names a refund.
    static String inAudit(Refund refund) {
        return "refund:" + refund.reference();
    }

    private void left(Refund refund) {
        var parts = new ArrayList<GivenBack.Part>();
        for (var part : refund.parts()) {
            var vat = remaining.give(refund.journal(), part);
            parts.add(new GivenBack.Part(
                    part.line(),
                    part.from(),
                    part.fund(),
                    part.account(),
                    part.amount(),
                    new Entry.Vat(part.vatCode(), vat.basisPoints(), vat.amount()),
                    part.method(),
                    part.office(),
                    part.channel(),
                    refund.reason()));
        }
        var day = refund.sentOn().orElseThrow();
        var money = new GivenBack(
                source(LEFT, refund),
                new AccountName(refund.wanted().pot()),
                day,
                refund.payer().orElse(null),
                parts);
        if (!(departures.left(money, two(refund)) instanceof Written.New)) {
            throw new IllegalStateException("%s left and was in the book already".formatted(refund));
        }
    }

    private static By two(Refund refund) {
        var approved = refund.standing().approved();
        var asked = refund.standing().asked();
        return asked == null || asked.person() == null || approved == null || approved.person() == null
                ? By.person(refund.askedBy().orElseThrow())
                : By.two(
                        asked.who(),
                        asked.person().value(),
                        approved.who(),
                        approved.person().value());
    }

    private void returned(Refund refund) {
        vats(refund).forEach(one -> remaining.takeBack(refund.journal(), one.line(), one.amount(), one.vat()));
        var written = departures.returned(
                source(LEFT, refund),
                source(RETURNED, refund),
                London.dayOf(clock.instant()),
                "Refund %s came back".formatted(refund.reference()));
        if (!(written instanceof Written.New)) {
            throw new IllegalStateException("%s had come back already".formatted(refund));
        }
    }

    private record PartVat(int line, Money amount, Money vat) {}

    /// The VAT with which each part left the last time.
    private List<PartVat> vats(Refund refund) {
        var source = source(LEFT, refund);
        return db
                .sql("""
                select line, pence as amount, vat_pence as vat
                  from ledger_postings
                 where (journal, month, batch) = (select id, month, batch from ledger_journals
                                                   where source_kind = :kind and source_id = :source)
                 order by line
                """)
                .param("kind", source.kind())
                .param("source", source.id())
                .query(PartVat.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /// The event of the last time it left: each time has its own.
    private static Source source(String kind, Refund refund) {
        return new Source(kind, refund.postedAs() + "/" + refund.standing().posted());
    }
}
