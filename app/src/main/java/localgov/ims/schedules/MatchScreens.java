package localgov.ims.schedules;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import java.util.UUID;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// A match as it was made, and asking for it to be undone.
@Controller
@Needs(Permission.SEE_IMPORTS)
class MatchScreens {
    private static final String ONE = ScheduleScreens.MATCHES + "/{id}";
    private static final int MOST = 50;
    private static final int REFUSED = 422;
    private static final int LONGEST_REASON = 300;

    private final Templates templates;
    private final MatchStore matches;
    private final Schedules schedules;
    private final Undoing undoing;
    private final SchedulePages pages;

    MatchScreens(Templates templates, MatchStore matches, Schedules schedules, Undoing undoing, SchedulePages pages) {
        this.templates = templates;
        this.matches = matches;
        this.schedules = schedules;
        this.undoing = undoing;
        this.pages = pages;
    }

    /// All that was matched, the newest first.
    ///
    /// @param before only what was matched before this match; nothing for the first page
    @GetMapping(ScheduleScreens.MATCHES)
    View all(@RequestParam(defaultValue = "") String before, OfficeFrame frame) {
        var last = before.isBlank() ? null : find(before);
        var found = last == null
                ? matches.matches(MatchStore.EVER, MatchStore.LAST, MOST + 1)
                : matches.matches(last.matchedAt(), last.id(), MOST + 1);
        return Page.of(templates.schedulesMatches(pages.matched(found, MOST, frame.words()), frame));
    }

    @GetMapping(ONE)
    View one(@PathVariable String id, OfficeFrame frame) {
        return one(find(id), Answers.none(frame.words()), UUID.randomUUID().toString(), frame);
    }

    private Page one(Match match, Answers answers, String key, OfficeFrame frame) {
        var page = pages.match(
                match,
                matches.paid(match.id()),
                schedules.credits(match.id()),
                ScheduleScreens.uuid(key),
                ScheduleScreens.mayMatch(),
                undoing.isAsked(match.id()),
                frame.words());
        return Page.of(templates.schedulesMatch(page, true, answers, frame));
    }

    /// Asks a second person to undo it.
    @PostMapping(ONE)
    @Needs(Permission.ALLOCATE_SUSPENSE)
    View undo(
            @PathVariable String id,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            OfficeFrame frame) {
        var match = find(id);
        if (!ScheduleScreens.mayMatch()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var answers = Answers.of(frame.words(), Map.of("reason", reason));
        if (reason.isBlank()) {
            return one(match, answers.wrong("reason", "schedules.refused.reason"), key, frame)
                    .status(REFUSED);
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return one(match, answers.wrong("reason", "schedules.refused.long", LONGEST_REASON), key, frame)
                    .status(REFUSED);
        }
        boolean asked = undoing.ask(match, new ApprovalId(ScheduleScreens.uuid(key)), reason.strip(), person);
        return Page.redirect(SchedulePages.path(match))
                .saying(asked ? "schedules.undo.asked" : "schedules.undo.too-late");
    }

    private Match find(String id) {
        return matches.find(ScheduleScreens.uuid(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
