package localgov.ims.schedules;

import java.time.InstantSource;
import localgov.ims.audit.Audit;
import localgov.ims.imports.ImportId;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Saying whose schedule it is, where the place it comes from does not.
@Controller
@Needs(Permission.ALLOCATE_SUSPENSE)
class PartyScreens {
    private final Schedules schedules;
    private final PartyStore parties;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    PartyScreens(
            Schedules schedules,
            PartyStore parties,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.schedules = schedules;
        this.parties = parties;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PostMapping(ScheduleScreens.ONE + "/party")
    View name(
            @PathVariable String file,
            @PathVariable String method,
            @RequestParam(defaultValue = "") String party,
            Person person) {
        var one = ImportId.read(file)
                .flatMap(id -> schedules.find(id.value(), method))
                .orElseThrow(ScheduleScreens::notThere);
        if (!ScheduleScreens.mayMatch()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        boolean named = Boolean.TRUE.equals(transactions.execute(_ -> name(one, party, person.signature())));
        return Page.redirect(SchedulePages.path(one.importId(), one.method()))
                .saying(named ? "schedules.party.saved" : "schedules.refused.party");
    }

    private boolean name(Schedule one, String party, String who) {
        boolean named = parties.name(one, party, who, clock.instant());
        if (named) {
            audit.note(who, "schedules.named", "import:" + one.file(), "%s is of %s".formatted(one.account(), party));
        }
        return named;
    }
}
