package localgov.ims.expected;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import localgov.ims.kernel.London;
import localgov.ims.people.CurrentCaller;
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

/// The calendar of files: a month at a glance, and one day of one file.
@Controller
@Needs(Permission.SEE_IMPORTS)
class ExpectedScreens {
    static final String PATH = "/office/expected";
    private static final String SETTINGS = "/office/settings/expected-files";
    private static final String DAY = PATH + "/{code}/{day}";
    private static final int LONGEST_REASON = 300;
    private static final int REFUSED = 422;
    private static final int WEEKS = 12;

    private final Templates templates;
    private final ExpectedFiles files;
    private final ExpectedStore store;
    private final Explaining explaining;
    private final InstantSource clock;

    ExpectedScreens(
            Templates templates, ExpectedFiles files, ExpectedStore store, Explaining explaining, InstantSource clock) {
        this.templates = templates;
        this.files = files;
        this.store = store;
        this.explaining = explaining;
        this.clock = clock;
    }

    @GetMapping(PATH)
    View month(@RequestParam(defaultValue = "") String month, OfficeFrame frame) {
        var shown = month.isEmpty() ? YearMonth.from(London.dayOf(clock.instant())) : read(month);
        var page = new ExpectedPages(frame.words())
                .page(
                        shown,
                        files.between(shown.atDay(1), shown.atEndOfMonth()),
                        files.waiting(),
                        files.gaps(shown.atDay(1), shown.atEndOfMonth()),
                        CurrentCaller.may(Permission.SEE_SETTINGS) ? SETTINGS : null,
                        clock);
        return Page.of(templates.expectedMonth(page, frame));
    }

    @GetMapping(DAY)
    View day(@PathVariable String code, @PathVariable String day, OfficeFrame frame) {
        return day(find(code, day), Answers.none(frame.words()), frame);
    }

    private Page day(Awaited one, Answers answers, OfficeFrame frame) {
        var usual = store.usual(one.expected().source(), one.day(), one.day().minusWeeks(WEEKS));
        var page = new ExpectedPages(frame.words()).day(one, usual, CurrentCaller.may(Permission.TAKE_IN_FILES));
        return Page.of(templates.expectedDay(page, answers, frame));
    }

    /// Somebody writes down why the file will not come.
    @PostMapping(DAY)
    @Needs(Permission.TAKE_IN_FILES)
    View explain(
            @PathVariable String code,
            @PathVariable String day,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            OfficeFrame frame) {
        var one = find(code, day);
        var answers = Answers.of(frame.words(), Map.of("reason", reason));
        if (reason.isBlank()) {
            return day(one, answers.wrong("reason", "expected.reason.missing"), frame)
                    .status(REFUSED);
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return day(one, answers.wrong("reason", "expected.reason.too-long", LONGEST_REASON), frame)
                    .status(REFUSED);
        }
        boolean written = explaining.write(one, reason.strip(), person.signature());
        return Page.redirect(ExpectedPages.path(one))
                .saying(written ? "expected.reason.done" : "expected.reason.too-late");
    }

    private Awaited find(String code, String day) {
        try {
            return files.one(code, LocalDate.parse(day)).orElseThrow(ExpectedScreens::notThere);
        } catch (DateTimeParseException e) {
            throw notThere();
        }
    }

    private static YearMonth read(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw notThere();
        }
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
