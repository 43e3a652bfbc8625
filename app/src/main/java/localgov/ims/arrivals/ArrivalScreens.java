package localgov.ims.arrivals;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import localgov.ims.arrivals.Trying.Tried;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Places where files arrive without a person: how they stand, what came, and what waits for a decision.
@Controller
@Needs({Permission.SEE_IMPORTS, Permission.SEE_SETTINGS})
class ArrivalScreens {
    static final String PATH = "/office/arrivals";
    private static final String ONE = PATH + "/{code}";
    static final String FILE = ONE + "/files/{id}";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final ArrivalPages pages;
    private final PlaceStore places;
    private final FileStore files;
    private final Trying trying;
    private final LookingJobs jobs;
    private final Quarantine quarantine;
    private final Agreeing agreeing;
    private final OwnKeys ownKeys;

    ArrivalScreens(
            Templates templates,
            ArrivalPages pages,
            PlaceStore places,
            FileStore files,
            Trying trying,
            LookingJobs jobs,
            Quarantine quarantine,
            Agreeing agreeing,
            OwnKeys ownKeys) {
        this.templates = templates;
        this.pages = pages;
        this.places = places;
        this.files = files;
        this.trying = trying;
        this.jobs = jobs;
        this.quarantine = quarantine;
        this.agreeing = agreeing;
        this.ownKeys = ownKeys;
    }

    static String path(String code) {
        return PATH + "/" + code;
    }

    static String path(Arrived file) {
        return "%s/files/%d".formatted(path(file.place()), file.id());
    }

    @GetMapping(PATH)
    View list(OfficeFrame frame) {
        return Page.of(templates.arrivalsList(pages.all(frame.words()), frame));
    }

    @GetMapping(ONE)
    View one(@PathVariable("code") String code, @RequestParam(defaultValue = "") String before, OfficeFrame frame) {
        return Page.of(templates.arrivalsOne(pages.one(place(code), number(before), frame.words()), frame));
    }

    @PostMapping(ONE + "/look")
    @Needs(Permission.TAKE_IN_FILES)
    View look(@PathVariable("code") String code) {
        jobs.now(place(code).code());
        return Page.redirect(path(code)).saying("arrivals.look.done");
    }

    /// Goes there while the person waits; nothing is taken.
    @PostMapping(ONE + "/attempt")
    @Needs(Permission.TAKE_IN_FILES)
    View attempt(@PathVariable("code") String code) {
        var back = Page.redirect(path(code));
        return switch (trying.reach(place(code))) {
            case Tried.Works(var many) -> back.saying("arrivals.attempt.works", many);
            case Tried.Fails(var trouble) -> back.saying(trouble.key());
        };
    }

    @GetMapping(FILE)
    View file(@PathVariable("code") String code, @PathVariable("id") String id, OfficeFrame frame) {
        return file(find(code, id), Answers.none(frame.words()), frame);
    }

    private Page file(Arrived file, Answers answers, OfficeFrame frame) {
        return Page.of(templates.arrivalsFile(pages.file(file, frame.words()), answers, frame));
    }

    @PostMapping(FILE + "/again")
    @Needs(Permission.TAKE_IN_FILES)
    View again(@PathVariable("code") String code, @PathVariable("id") String id, Person person) {
        var file = find(code, id);
        var back = Page.redirect(path(file));
        return switch (quarantine.again(file.id(), person.signature())) {
            case TAKEN -> back.saying("arrivals.again.taken");
            case STAYS -> back.saying("arrivals.again.stays");
            case FETCHED -> back.saying("arrivals.again.fetched");
            case NOT_KEPT -> back.saying("arrivals.again.not-kept");
            case TOO_LATE -> back.saying("arrivals.too-late");
        };
    }

    @PostMapping(FILE + "/dismiss")
    @Needs(Permission.TAKE_IN_FILES)
    View dismiss(
            @PathVariable("code") String code,
            @PathVariable("id") String id,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            OfficeFrame frame) {
        var file = find(code, id);
        var answers = Answers.of(frame.words(), Map.of("reason", reason));
        if (reason.isBlank()) {
            return file(file, answers.wrong("reason", "arrivals.reason.missing"), frame)
                    .status(REFUSED);
        }
        if (reason.strip().length() > Quarantine.LONGEST_REASON) {
            return file(file, answers.wrong("reason", "arrivals.reason.too-long", Quarantine.LONGEST_REASON), frame)
                    .status(REFUSED);
        }
        boolean done = quarantine.dismiss(file.id(), reason, person.signature());
        return Page.redirect(path(file)).saying(done ? "arrivals.dismiss.done" : "arrivals.too-late");
    }

    /// Asks a second person to agree to the key that the server shows, as it was on the page.
    @PostMapping(ONE + "/agree")
    @Needs(Permission.CHANGE_SETTINGS)
    View agree(
            @PathVariable("code") String code,
            @RequestParam(name = "host-key", defaultValue = "") String hostKey,
            Caller caller) {
        var back = Page.redirect(path(place(code).code()));
        return switch (agreeing.ask(code, hostKey, caller)) {
            case ASKED -> back.saying("arrivals.agree.asked");
            case DONE -> back.saying("arrivals.agree.done");
            case OTHERWISE_NOW -> back.saying("arrivals.agree.otherwise");
        };
    }

    @PostMapping(ONE + "/key")
    @Needs(Permission.CHANGE_SETTINGS)
    @NeedsFreshSignIn
    View key(@PathVariable("code") String code, Person person) {
        var place = place(code);
        ownKeys.make(place.code(), person.signature());
        jobs.now(place.code());
        return Page.redirect(path(code)).saying("arrivals.key.made");
    }

    private Place place(String code) {
        return places.find(code).orElseThrow(ArrivalScreens::notThere);
    }

    private Arrived find(String code, String id) {
        var number = number(id);
        if (number == null) {
            throw notThere();
        }
        return files.find(number).filter(file -> file.place().equals(code)).orElseThrow(ArrivalScreens::notThere);
    }

    static @Nullable Long number(String given) {
        return given.matches("\\d{1,18}") ? Long.valueOf(given) : null;
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
