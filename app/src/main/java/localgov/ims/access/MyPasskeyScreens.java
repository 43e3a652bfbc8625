package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import localgov.ims.access.pages.PasskeysPage;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.Passkey;
import localgov.ims.people.Passkeys;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// One's own passkeys: making one, and removing one. Each step needs a fresh proof.
@Controller
@NeedsSignIn(why = "everybody looks after their own passkeys")
@NeedsFreshSignIn
class MyPasskeyScreens {
    static final String PATH = MeScreens.PATH + "/passkeys";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final Passkeys passkeys;

    MyPasskeyScreens(Templates templates, Passkeys passkeys) {
        this.templates = templates;
        this.passkeys = passkeys;
    }

    @GetMapping(PATH)
    View look(Person person, OfficeFrame frame) {
        return page(person, Answers.none(frame.words()), frame);
    }

    /// What a device is told that is to make one.
    @PostMapping(path = PATH + "/ask", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(Person person, OfficeFrame frame, HttpServletRequest request, HttpServletResponse response) {
        return passkeys.askToMake(person, frame.council().name(), request, response);
    }

    @PostMapping(PATH)
    View add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String passkey,
            Person person,
            HttpServletRequest request,
            HttpServletResponse response,
            OfficeFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("name", name));
        return switch (passkeys.add(person, name, passkey, request, response)) {
            case DONE -> Page.redirect(PATH).saying("access.passkeys.now-added", name.strip());
            case NO_NAME -> again(person, answers.wrong("name", "access.passkeys.no-name"), frame);
            case HAS_ONE -> again(person, answers.refused("access.passkey.has"), frame);
            case TOO_MANY -> again(person, answers.refused("access.passkeys.too-many"), frame);
            case NOT_RIGHT -> again(person, answers.refused("access.passkey.not"), frame);
        };
    }

    @PostMapping(PATH + "/{id}/remove")
    View remove(@PathVariable UUID id, Person person) {
        if (!passkeys.remove(person.id(), id, person.signature())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Page.redirect(PATH).saying("access.passkeys.removed");
    }

    private View again(Person person, Answers answers, OfficeFrame frame) {
        return page(person, answers, frame).status(REFUSED);
    }

    private Page page(Person person, Answers answers, OfficeFrame frame) {
        var rows = passkeys.of(person.id()).stream()
                .map(one -> row(one, frame.words()))
                .toList();
        return Page.of(templates.accessPasskeys(new PasskeysPage(rows), answers, frame));
    }

    private static PasskeysPage.Row row(Passkey one, Words words) {
        var used = one.lastUsedAt();
        return new PasskeysPage.Row(
                one.id().toString(),
                one.name(),
                words.moment(one.addedAt()),
                used == null ? words.say("access.passkeys.never") : words.moment(used));
    }
}
