package localgov.ims.arrivals;

import java.util.List;
import java.util.Optional;
import localgov.ims.backoffice.Pile;
import localgov.ims.backoffice.Unattended;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Places where files arrive that cannot be looked at: until they can, files may lie there unseen.
@Component
@Order(20)
class UnattendedPlaces implements Unattended {
    private final StandingStore standings;

    UnattendedPlaces(StandingStore standings) {
        this.standings = standings;
    }

    @Override
    public Optional<Pile> waiting(int most, Words words) {
        long silent = CurrentCaller.may(Permission.SEE_IMPORTS) ? standings.countSilent() : 0;
        return silent == 0
                ? Optional.empty()
                : Optional.of(new Pile(
                        words.count("arrivals.silent", silent),
                        ArrivalScreens.PATH,
                        words.say("arrivals.silent.heading"),
                        words.say("arrivals.silent.what"),
                        rows(most, words)));
    }

    private List<Pile.Row> rows(int most, Words words) {
        return most == 0
                ? List.of()
                : standings.silent(most).stream()
                        .map(place -> new Pile.Row(
                                place.name(),
                                ArrivalScreens.path(place.code()),
                                words.say("arrivals.since", words.moment(place.since())),
                                words.say(place.trouble().key()),
                                "govuk-tag--red",
                                ""))
                        .toList();
    }
}
