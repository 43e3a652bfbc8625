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

/// Files that arrived and could not be taken.
@Component
@Order(21)
class UnattendedFiles implements Unattended {
    private final FileStore files;

    UnattendedFiles(FileStore files) {
        this.files = files;
    }

    @Override
    public Optional<Pile> waiting(int most, Words words) {
        long waiting = CurrentCaller.may(Permission.SEE_IMPORTS) ? files.countWaiting() : 0;
        return waiting == 0
                ? Optional.empty()
                : Optional.of(new Pile(
                        words.count("arrivals.quarantine", waiting),
                        ArrivalScreens.PATH,
                        words.say("arrivals.quarantine.heading"),
                        words.say("arrivals.quarantine.what"),
                        rows(most, words)));
    }

    private List<Pile.Row> rows(int most, Words words) {
        return most == 0
                ? List.of()
                : files.waiting(most).stream()
                        .map(file -> new Pile.Row(
                                file.name(),
                                ArrivalScreens.path(file),
                                words.say("arrivals.since", words.moment(file.seenAt())),
                                words.say("arrivals.state.quarantined"),
                                "govuk-tag--red",
                                ""))
                        .toList();
    }
}
