package localgov.ims.schedules;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.backoffice.Pile;
import localgov.ims.backoffice.Unattended;
import localgov.ims.kernel.London;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Schedules of third parties whose money has not come within the days in which they pay.
@Component
@Order(24)
class LateSchedules implements Unattended {
    private static final int CLEARING = "clearing:".length();

    private final PartyStore parties;
    private final InstantSource clock;

    LateSchedules(PartyStore parties, InstantSource clock) {
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public Optional<Pile> waiting(int most, Words words) {
        return CurrentCaller.may(Permission.SEE_IMPORTS) ? late(most, words) : Optional.empty();
    }

    /// @param most as many as are listed; with none they are counted alone
    Optional<Pile> late(int most, Words words) {
        var today = London.dayOf(clock.instant());
        long count = parties.countLate(today);
        return count == 0
                ? Optional.empty()
                : Optional.of(new Pile(
                        words.count("schedules.late", count),
                        ScheduleScreens.PATH + "?late=yes",
                        words.say("schedules.late.heading"),
                        words.say("schedules.late.what"),
                        rows(most, today, words)));
    }

    private List<Pile.Row> rows(int most, LocalDate today, Words words) {
        return most == 0
                ? List.of()
                : parties.late(today, most).stream()
                        .map(one -> new Pile.Row(
                                one.name(),
                                SchedulePages.path(one.file(), one.account().substring(CLEARING)),
                                words.say("schedules.late.since", words.date(one.since())),
                                words.say("schedules.state.late"),
                                "govuk-tag--red",
                                words.money(one.amount())))
                        .toList();
    }
}
