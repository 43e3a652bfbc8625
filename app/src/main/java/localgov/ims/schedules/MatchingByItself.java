package localgov.ims.schedules;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// Matches schedules with the credits that are certainly their money, again and again: whichever comes first waits for
/// the other. What is not certain is left to people.
@Component
class MatchingByItself {
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 200;

    private final PartyStore parties;
    private final Schedules schedules;

    MatchingByItself(PartyStore parties, Schedules schedules, Jobs jobs) {
        this.parties = parties;
        this.schedules = schedules;
        jobs.every("schedules-match", PAUSE, this::match);
    }

    /// One round, for the current council.
    ///
    /// @return how many were matched; what somebody else was quicker with is not counted
    int match() {
        return (int) parties.certain(AT_ONCE).stream()
                .filter(one -> schedules.matchByItself(wish(one), one.party()) instanceof Matched.Done)
                .count();
    }

    /// The same schedule and credit are the same match, whoever comes to it and however often.
    private static Wish wish(PartyStore.Certain one) {
        var item = one.item();
        var place = new Wish.Line(one.journal(), one.line());
        var name = "%d %s %d-%d".formatted(one.schedule(), one.account(), one.journal(), one.line());
        return new Wish(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                one.account(),
                List.of(one.file()),
                item == null ? List.of() : List.of(item),
                item == null ? List.of(place) : List.of());
    }
}
