package localgov.ims.schedules;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.imports.ImportId;
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

/// Schedules that wait for their money: the list, one of them with what may have paid it, and matching the two.
@Controller
@Needs(Permission.SEE_IMPORTS)
class ScheduleScreens {
    static final String PATH = "/office/schedules";
    static final String MATCHES = PATH + "/matches";
    static final String ONE = PATH + "/of/{file}/{method}";
    private static final int MOST = 50;
    private static final int FEW = 20;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Schedules schedules;
    private final MatchStore matches;
    private final PartyStore parties;
    private final SchedulePages pages;
    private final InstantSource clock;

    ScheduleScreens(
            Templates templates,
            Schedules schedules,
            MatchStore matches,
            PartyStore parties,
            SchedulePages pages,
            InstantSource clock) {
        this.templates = templates;
        this.schedules = schedules;
        this.matches = matches;
        this.parties = parties;
        this.pages = pages;
        this.clock = clock;
    }

    /// What is in suspense has no fund yet: whoever is limited to some matches none of it.
    static boolean mayMatch() {
        return CurrentCaller.scope(Permission.ALLOCATE_SUSPENSE).isEverything()
                && CurrentCaller.scope(Permission.SEE_SUSPENSE).isEverything();
    }

    @GetMapping(PATH)
    View list(
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String late,
            OfficeFrame frame) {
        if (late.equals("yes")) {
            var page = pages.late(late(), frame.words());
            return Page.of(templates.schedulesList(page, frame));
        }
        var waiting = ImportId.read(before)
                .map(file -> schedules.waitingAfter(file.value(), by.isBlank() ? null : by, MOST + 1))
                .orElseGet(() -> schedules.waiting(null, MOST + 1));
        var page = pages.list(
                waiting, MOST, matches.matches(MatchStore.EVER, MatchStore.LAST, FEW + 1), FEW, frame.words());
        return Page.of(templates.schedulesList(page, frame));
    }

    private List<Schedule> late() {
        return parties.late(London.dayOf(clock.instant()), MOST).stream()
                .flatMap(one -> schedules.find(one).stream())
                .toList();
    }

    @GetMapping(ONE)
    View one(@PathVariable String file, @PathVariable String method, OfficeFrame frame) {
        return one(find(file, method), Answers.none(frame.words()), frame);
    }

    private Page one(Schedule one, Answers answers, OfficeFrame frame) {
        boolean may = mayMatch() && one.isWaiting();
        var whose = parties.whose(one);
        var credits =
                may ? schedules.credits(one, CurrentCaller.scope(Permission.SEE_SUSPENSE), FEW) : List.<BankCredit>of();
        var recognised =
                whose.map(party -> parties.recognised(party.code(), credits)).orElse(Set.of());
        var owners = new SchedulePages.Owners(whose, may ? parties.on(one.account()) : List.of(), recognised);
        var others = may
                ? schedules.waiting(one.account(), FEW).stream()
                        .filter(other -> !other.importId().equals(one.importId()))
                        .toList()
                : List.<Schedule>of();
        var match = one.match() == null ? null : MATCHES + "/" + one.match();
        return Page.of(templates.schedulesOne(
                pages.one(one, match, may, credits, others, owners, frame.words()), answers, frame));
    }

    /// What somebody chose, with what it comes to, before anything is done.
    @GetMapping(ONE + "/match")
    @Needs(Permission.ALLOCATE_SUSPENSE)
    View look(
            @PathVariable String file,
            @PathVariable String method,
            @RequestParam(name = "credit", required = false) Optional<List<String>> credit,
            @RequestParam(name = "with", required = false) Optional<List<String>> with,
            OfficeFrame frame) {
        var one = find(file, method);
        if (!mayMatch()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var answers = Answers.none(frame.words());
        if (!one.isWaiting() || credit.isEmpty()) {
            return one(one, one.isWaiting() ? answers.wrong("credit", "schedules.refused.none") : answers, frame)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        var files = Stream.concat(
                        Stream.of(one), files(with).stream().flatMap(other -> schedules.find(other, method).stream()))
                .filter(Schedule::isWaiting)
                .distinct()
                .toList();
        var key = UUID.randomUUID();
        var wish = new Wish(key, one.account(), List.of(), items(credit), lines(credit));
        var page = pages.look(one, files, schedules.there(wish), key, frame.words());
        return Page.of(templates.schedulesMatch(page, false, answers, frame));
    }

    @PostMapping(ONE + "/match")
    @Needs(Permission.ALLOCATE_SUSPENSE)
    View match(
            @PathVariable String file,
            @PathVariable String method,
            @RequestParam String key,
            @RequestParam(name = "credit", required = false) Optional<List<String>> credit,
            @RequestParam(name = "with", required = false) Optional<List<String>> with,
            Person person,
            OfficeFrame frame) {
        var one = find(file, method);
        if (!mayMatch()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var files = new ArrayList<>(files(with));
        files.add(one.importId());
        var wish = new Wish(uuid(key), one.account(), files, items(credit), lines(credit));
        return switch (schedules.match(wish, person)) {
            case Matched.Done(var id) -> Page.redirect(MATCHES + "/" + id).saying("schedules.done");
            case Matched.SeenBefore(var id) -> Page.redirect(MATCHES + "/" + id).saying("schedules.done");
            case Matched.NothingChosen _ -> refused(file, method, "schedules.refused.none", frame);
            case Matched.Differs _ -> refused(file, method, "schedules.refused.differs", frame);
            case Matched.TakenMeanwhile _, Matched.SeenDifferently _ ->
                refused(file, method, "schedules.refused.taken", frame);
        };
    }

    private View refused(String file, String method, String key, OfficeFrame frame) {
        return one(find(file, method), Answers.none(frame.words()).refused(key), frame)
                .status(CHANGED);
    }

    private static List<UUID> files(Optional<List<String>> shown) {
        return shown.orElse(List.of()).stream()
                .flatMap(one -> ImportId.read(one).map(ImportId::value).stream())
                .toList();
    }

    private static List<Long> items(Optional<List<String>> shown) {
        return shown.orElse(List.of()).stream()
                .filter(one -> one.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    private static List<Wish.Line> lines(Optional<List<String>> shown) {
        return shown.orElse(List.of()).stream()
                .filter(one -> one.matches("\\d{1,18}-\\d{1,9}"))
                .map(one -> one.split("-"))
                .map(place -> new Wish.Line(Long.parseLong(place[0]), Integer.parseInt(place[1])))
                .toList();
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw notThere();
        }
    }

    private Schedule find(String file, String method) {
        return ImportId.read(file)
                .flatMap(id -> schedules.find(id.value(), method))
                .orElseThrow(ScheduleScreens::notThere);
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
