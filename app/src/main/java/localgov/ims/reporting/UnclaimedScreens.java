package localgov.ims.reporting;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import localgov.ims.payments.Unclaimed;
import localgov.ims.payments.UnclaimedPayments;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.providers.Providers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// One payment at a provider that is none of ours, and what somebody writes down about it. It belongs to no fund, so
/// only those see it whose permission is not limited.
@Controller
@Needs(Permission.SEE_RECEIPTS)
class UnclaimedScreens {
    private static final String ONE = UnclearScreens.PATH + "/{id}";
    private static final String WHY = "why";
    private static final int LONGEST = 500;
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final UnclaimedPayments unclaimed;
    private final Providers providers;

    UnclaimedScreens(Templates templates, UnclaimedPayments unclaimed, Providers providers) {
        this.templates = templates;
        this.unclaimed = unclaimed;
        this.providers = providers;
    }

    @GetMapping(ONE)
    View one(@PathVariable String id, OfficeFrame frame) {
        return shown(find(id, Permission.SEE_RECEIPTS), Answers.none(frame.words()), HttpStatus.OK.value(), frame);
    }

    @PostMapping(ONE)
    @Needs(Permission.ALLOCATE_SUSPENSE)
    View look(@PathVariable String id, @RequestParam Map<String, String> sent, OfficeFrame frame, Caller caller) {
        var seen = find(id, Permission.ALLOCATE_SUSPENSE);
        var answers = Answers.of(frame.words(), sent);
        var why = sent.getOrDefault(WHY, "").strip();
        if (why.isEmpty()) {
            return shown(seen, answers.wrong(WHY, "reporting.unclaimed.why-needed"), REFUSED, frame);
        }
        if (why.length() > LONGEST) {
            return shown(seen, answers.wrong(WHY, "reporting.unclaimed.why-long", LONGEST), REFUSED, frame);
        }
        var version = sent.getOrDefault("version", "");
        if (version.matches("[0-9]{1,9}") && unclaimed.look(seen, Integer.parseInt(version), caller.signature(), why)) {
            return Page.redirect(UnclearScreens.PATH).saying("reporting.unclaimed.done");
        }
        return shown(
                find(id, Permission.ALLOCATE_SUSPENSE), answers.refused("reporting.unclaimed.changed"), CHANGED, frame);
    }

    private View shown(Unclaimed one, Answers answers, int status, OfficeFrame frame) {
        var page = new UnclaimedPages(providers.names(), frame.words())
                .one(
                        one,
                        unclaimed.isOurs(one),
                        CurrentCaller.scope(Permission.ALLOCATE_SUSPENSE).isEverything());
        return Page.of(templates.reportingUnclaimed(page, answers, frame)).status(status);
    }

    private Unclaimed find(String id, Permission permission) {
        if (!CurrentCaller.scope(permission).isEverything() || !id.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return unclaimed.find(Long.parseLong(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
