package localgov.ims.organisation;

import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.organisation.pages.BrandingPage;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.settings.Contrast;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The council's logo and colours: looked at, tried out, kept. A preview is the page itself in other colours.
@Controller
@Needs(Permission.SEE_SETTINGS)
class BrandingScreens {
    static final String PATH = "/office/settings/branding";
    private static final String DETAILS = "/office/settings/organisation-details";
    private static final String VERSION = "seen-version";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Settings settings;
    private final Organisation organisation;
    private final Logos logos;

    BrandingScreens(Templates templates, Settings settings, Organisation organisation, Logos logos) {
        this.logos = logos;
        this.templates = templates;
        this.settings = settings;
        this.organisation = organisation;
    }

    @GetMapping(PATH)
    View look(OfficeFrame frame) {
        return page(kept(), false, Answers.of(frame.words(), kept()), frame);
    }

    /// The page in these colours, without keeping them.
    @PostMapping(PATH + "/preview")
    @Needs(Permission.CHANGE_SETTINGS)
    View preview(@RequestParam Map<String, String> sent, OfficeFrame frame) {
        var wished = colours(sent);
        var problems = problems(wished);
        var answers = answers(wished, problems, frame);
        return problems.isEmpty() ? page(wished, true, answers, frame) : refused(answers, frame);
    }

    @PostMapping(PATH)
    @Needs(Permission.CHANGE_SETTINGS)
    View keep(@RequestParam Map<String, String> sent, OfficeFrame frame, Caller caller) {
        var wished = colours(sent);
        var entry = organisation
                .entry()
                .filter(known -> !known.isRetired())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var all = new LinkedHashMap<>(entry.values());
        all.putAll(wished);
        return switch (settings.change(DetailsData.DETAILS, entry.key(), seen(sent), all, caller)) {
            case Saved.Done _ -> Page.redirect(PATH).saying("organisation.colours.kept");
            case Saved.Waiting _ -> Page.redirect(PATH).saying("settings.asked");
            case Saved.Refused(var problems) -> refused(answers(wished, problems, frame), frame);
            case Saved.ChangedByAnother _ -> {
                var answers = Answers.of(frame.words(), wished).refused("organisation.colours.overtaken");
                yield page(kept(), false, answers, frame).status(CHANGED);
            }
            case Saved.NeedsAPerson _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Saved.NotThere _, Saved.StillUsed _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping(PATH + "/logo")
    @Needs(Permission.CHANGE_SETTINGS)
    View putUp(@RequestParam(required = false) @Nullable MultipartFile logo, OfficeFrame frame, Caller caller)
            throws IOException {
        var answers = Answers.of(frame.words(), kept());
        if (logo == null || logo.isEmpty()) {
            return refused(answers.wrong("logo", "organisation.logo.none"), frame);
        }
        if (logo.getSize() > Logos.MOST_BYTES) {
            return refused(answers.wrong("logo", "organisation.logo.too-large"), frame);
        }
        return switch (logos.put(logo.getBytes(), caller.signature())) {
            case Logos.Put.Done _ -> Page.redirect(PATH).saying("organisation.logo.kept");
            case Logos.Put.TooManyBytes _ -> refused(answers.wrong("logo", "organisation.logo.too-large"), frame);
            case Logos.Put.NotAPicture _ -> refused(answers.wrong("logo", "organisation.logo.no-picture"), frame);
            case Logos.Put.WrongSize(int width, int height) ->
                refused(answers.wrong("logo", "organisation.logo.wrong-size", width, height), frame);
        };
    }

    @PostMapping(PATH + "/logo/remove")
    @Needs(Permission.CHANGE_SETTINGS)
    View takeDown(Caller caller) {
        return logos.takeDown(caller.signature())
                ? Page.redirect(PATH).saying("organisation.logo.removed")
                : Page.redirect(PATH);
    }

    /// The colours as they are written down, blank where the usual ones hold.
    private Map<String, String> kept() {
        var kept = new LinkedHashMap<String, String>();
        var entry = organisation.entry();
        DetailsData.COLOURS.forEach(column ->
                kept.put(column, entry.map(known -> known.value(column)).orElse("")));
        return kept;
    }

    private static Map<String, String> colours(Map<String, String> sent) {
        var colours = new LinkedHashMap<String, String>();
        DetailsData.COLOURS.forEach(
                column -> colours.put(column, sent.getOrDefault(column, "").strip()));
        return colours;
    }

    /// The same judgement as when they are kept.
    private List<Problem> problems(Map<String, String> wished) {
        var all = new LinkedHashMap<>(Map.of("code", DetailsData.KEY, "name", DetailsData.KEY));
        all.putAll(wished);
        return settings.problems(DetailsData.DETAILS, all).stream()
                .filter(problem -> DetailsData.COLOURS.contains(problem.column()))
                .toList();
    }

    private static Answers answers(Map<String, String> wished, List<Problem> problems, OfficeFrame frame) {
        var answers = Answers.of(frame.words(), wished);
        for (var problem : problems) {
            var says = problem.words().in(frame.words().language());
            answers = DetailsData.COLOURS.contains(problem.column())
                    ? answers.wrongAs(problem.column(), says)
                    : answers.refused("organisation.problem", says);
        }
        return answers;
    }

    private View refused(Answers answers, OfficeFrame frame) {
        return page(kept(), false, answers, frame).status(REFUSED);
    }

    /// @param shown the colours that the page is in, without problems
    private Page page(Map<String, String> shown, boolean trying, Answers answers, OfficeFrame frame) {
        var colours = DetailsData.colours(plain(shown));
        var entry = organisation.entry().filter(known -> !known.isRetired());
        var page = new BrandingPage(
                entry.map(_ -> DETAILS + "/entries/" + DetailsData.KEY).orElse(DETAILS),
                CurrentCaller.may(Permission.CHANGE_SETTINGS),
                entry.isPresent(),
                entry.map(Entry::version).orElse(0L),
                trying,
                ratios(colours, frame),
                logo(frame).orElse(null));
        return Page.of(
                templates.organisationBranding(page, answers, trying ? frame.inColours(colours.address()) : frame));
    }

    private static Map<String, String> plain(Map<String, String> shown) {
        var plain = new LinkedHashMap<String, String>();
        shown.forEach(
                (column, answer) -> plain.put(column, Contrast.colour(answer).orElse("")));
        return plain;
    }

    private static List<BrandingPage.Ratio> ratios(Colours colours, OfficeFrame frame) {
        return ColourRules.pairs(colours).stream()
                .map(pair -> new BrandingPage.Ratio(
                        pair.what().in(frame.words().language()),
                        pair.words(),
                        pair.ground(),
                        pair.measured(),
                        pair.enough()))
                .toList();
    }

    private Optional<BrandingPage.Picture> logo(OfficeFrame frame) {
        return logos.now()
                .map(logo -> new BrandingPage.Picture(
                        logo.address(),
                        logo.width(),
                        logo.height(),
                        frame.words().say("organisation.logo.size", logo.width(), logo.height())));
    }

    private static long seen(Map<String, String> sent) {
        var version = sent.getOrDefault(VERSION, "");
        if (!version.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Long.parseLong(version);
    }
}
