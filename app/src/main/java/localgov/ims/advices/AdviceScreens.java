package localgov.ims.advices;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import java.util.Optional;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.imports.ImportId;
import localgov.ims.ledger.Place;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Debits that came back: the lists, and which receipt one of them is about.
@Controller
@Needs(Permission.SEE_IMPORTS)
class AdviceScreens {
    static final String PATH = "/office/advices";
    private static final String ONE = PATH + "/{id}";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;
    private static final int LONGEST_REASON = 300;
    private static final String REASON = "reason";

    private final Templates templates;
    private final Returns returns;
    private final AdvicePages pages;

    AdviceScreens(Templates templates, Returns returns, AdvicePages pages) {
        this.templates = templates;
        this.returns = returns;
        this.pages = pages;
    }

    /// Where this is found in the office, once a report has told anything, and how many wait for a person.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace returnsPlace(Returns returns) {
            return OfficePlaces.at(45, "advices.place", PATH, Permission.SEE_IMPORTS)
                    .shownWhen(_ -> CurrentCaller.may(Permission.SEE_IMPORTS) && returns.any())
                    .waiting(_ -> CurrentCaller.may(Permission.RECORD_UNPAID) ? returns.waiting() : 0);
        }
    }

    static String path(long id) {
        return PATH + "/" + id;
    }

    @GetMapping(PATH)
    View list(@RequestParam Map<String, String> form, OfficeFrame frame) {
        var file = ImportId.read(form.getOrDefault("file", "")).orElse(null);
        var tab = AdvicePages.Tab.of(form.get("show"))
                .orElseGet(() -> file == null ? AdvicePages.Tab.WAITING : pages.first(file));
        return Page.of(templates.advicesList(pages.list(tab, file, number(form.get("before")), frame.words()), frame));
    }

    @GetMapping(ONE)
    View one(@PathVariable("id") String id, OfficeFrame frame) {
        return shown(find(id), Answers.none(frame.words()), HttpStatus.OK.value(), frame);
    }

    /// Somebody says which receipt came back.
    @PostMapping(ONE + "/receipt")
    @Needs(Permission.RECORD_UNPAID)
    @NeedsFreshSignIn
    View receipt(
            @PathVariable("id") String id,
            @RequestParam(defaultValue = "") String receipt,
            Person person,
            OfficeFrame frame) {
        var back = find(id);
        var place = Place.read(receipt).orElseThrow(AdviceScreens::notThere);
        var chosen = returns.choose(back.id(), place.journal(), place.line(), person);
        return switch (chosen) {
            case DONE -> Page.redirect(path(back.id())).saying("advices.done.found", back.amount());
            case TOO_LATE -> Page.redirect(path(back.id())).saying("advices.done.too-late");
            case NOT_THERE -> refused(back, "advices.refused.not-there", frame);
            case GIVEN_BACK -> refused(back, "advices.refused.given-back", frame);
            case NOT_ON_THAT_DAY -> refused(back, "advices.refused.not-on-that-day", frame);
            case TAKEN -> refused(back, "advices.refused.taken", frame);
        };
    }

    private View refused(ReturnRow back, String key, OfficeFrame frame) {
        return shown(back, Answers.none(frame.words()).refused(key), CHANGED, frame);
    }

    @PostMapping(ONE + "/aside")
    @Needs(Permission.RECORD_UNPAID)
    View aside(
            @PathVariable("id") String id,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            OfficeFrame frame) {
        var back = find(id);
        var answers = Answers.of(frame.words(), Map.of(REASON, reason));
        if (reason.isBlank()) {
            return shown(back, answers.wrong(REASON, "advices.reason.missing"), REFUSED, frame);
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return shown(back, answers.wrong(REASON, "advices.reason.too-long", LONGEST_REASON), REFUSED, frame);
        }
        return Page.redirect(path(back.id()))
                .saying(returns.putAside(back.id(), reason, person) ? "advices.done.aside" : "advices.done.too-late");
    }

    private View shown(ReturnRow back, Answers answers, int status, OfficeFrame frame) {
        return Page.of(templates.advicesOne(pages.one(back, frame.words()), answers, frame))
                .status(status);
    }

    private ReturnRow find(String id) {
        return Optional.ofNullable(number(id)).flatMap(returns::find).orElseThrow(AdviceScreens::notThere);
    }

    private static @Nullable Long number(@Nullable String given) {
        return given != null && given.matches("\\d{1,18}") ? Long.valueOf(given) : null;
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
