package localgov.ims.refunds;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Lets a refund go that two people want: to the provider by itself, on finance's list, or, when the provider has
/// given it back already, into the book. To be called within the database transaction of the decision.
@Component
class Leaving {
    private static final Duration DAILY = Duration.ofDays(1);

    private final Changing changing;
    private final AttemptStore attempts;
    private final FoundStore found;
    private final RefundSending sending;
    private final InstantSource clock;

    Leaving(Changing changing, AttemptStore attempts, FoundStore found, RefundSending sending, InstantSource clock) {
        this.changing = changing;
        this.attempts = attempts;
        this.found = found;
        this.sending = sending;
        this.clock = clock;
    }

    /// The refund as it then stands; nothing when somebody was quicker.
    ///
    /// @param by who approved it
    /// @param who does it, as the audit names them
    Optional<Refund> go(Refund refund, Standing asked, Standing.Said by, String who) {
        return refund.isMadeElsewhere() ? written(refund, asked, by, who) : sent(refund, asked, by, who);
    }

    private Optional<Refund> sent(Refund refund, Standing asked, Standing.Said by, String who) {
        var going = moved(refund, asked.approvedBy(by, refund.firstLook(clock.instant())), who);
        going.ifPresent(one -> sending.soon(one.id()));
        return going;
    }

    /// What its provider calls it becomes ours first: once, whoever else writes it down.
    private Optional<Refund> written(Refund refund, Standing asked, Standing.Said by, String who) {
        var now = clock.instant();
        var wanted = refund.wanted();
        var elsewhere = Objects.requireNonNull(wanted.elsewhere());
        if (!attempts.isOurs(refund, elsewhere, now)) {
            return Optional.empty();
        }
        var day = found.madeOn(Objects.requireNonNull(wanted.provider()), elsewhere);
        return moved(refund, asked.approvedBy(by, now), who)
                .flatMap(one -> moved(one, one.standing().sent(day, null, now.plus(DAILY)), who));
    }

    private Optional<Refund> moved(Refund refund, Standing after, String who) {
        return changing.write(refund, after, who)
                ? Optional.of(refund.standing(after.nextVersion()))
                : Optional.empty();
    }
}
