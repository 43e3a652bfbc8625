package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import java.util.UUID;
import localgov.ims.access.pages.MePage;
import localgov.ims.approvals.ApprovalMails;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.OneTimeCodes;
import localgov.ims.people.Passkeys;
import localgov.ims.people.Person;
import localgov.ims.people.Session;
import localgov.ims.people.SessionId;
import localgov.ims.people.Sessions;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// One's own page: how one signs in, and where one is signed in.
@Controller
@NeedsSignIn(why = "everybody looks after their own sessions")
class MeScreens {
    static final String PATH = "/office/me";

    private final Templates templates;
    private final Sessions sessions;
    private final OneTimeCodes codes;
    private final Passkeys passkeys;
    private final ApprovalMails mails;

    MeScreens(Templates templates, Sessions sessions, OneTimeCodes codes, Passkeys passkeys, ApprovalMails mails) {
        this.templates = templates;
        this.sessions = sessions;
        this.codes = codes;
        this.passkeys = passkeys;
        this.mails = mails;
    }

    @GetMapping(PATH)
    View me(Person person, OfficeFrame frame) {
        var words = frame.words();
        var on = codes.areOn(person.id());
        var state = on
                ? words.count("access.me.codes-on", codes.recoveryCodesLeft(person.id()))
                : words.say("access.me.codes-off");
        var keys = passkeys.of(person.id()).size();
        var keysState = keys == 0 ? words.say("access.me.passkeys-none") : words.count("access.me.passkeys-some", keys);
        var rows = sessions.of(person.id()).stream()
                .map(session -> row(session, words))
                .toList();
        var page = new MePage(person.name(), person.email(), on, state, keysState, mails(person, words), rows);
        return Page.of(templates.accessMe(page, frame));
    }

    private String mails(Person person, Words words) {
        return switch (mails.wantedBy(person.id())) {
            case ENGLISH -> words.say("access.me.mails.english");
            case WELSH -> words.say("access.me.mails.welsh");
            case NONE -> words.say("access.me.mails.none");
        };
    }

    @PostMapping(PATH + "/sessions/{id}/end")
    View end(@PathVariable UUID id, Person person) {
        if (!sessions.end(person.id(), new SessionId(id), person.signature())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Page.redirect(PATH).saying("access.me.ended");
    }

    /// Everywhere but here; signing out here is the button of every page.
    @PostMapping(PATH + "/sessions/end-others")
    View endOthers(Person person) {
        CurrentCaller.session().ifPresent(here -> sessions.endOthers(person.id(), here.id(), person.signature()));
        return Page.redirect(PATH).saying("access.me.ended-others");
    }

    @PostMapping(PATH + "/sessions/end-all")
    View endAll(Person person) {
        sessions.endAll(person.id(), person.signature());
        return Page.redirect("/office/sign-in?signed-out");
    }

    private static MePage.Row row(Session session, Words words) {
        var here = CurrentCaller.session()
                .filter(current -> current.id().equals(session.id()))
                .isPresent();
        var browser = session.browser().isEmpty() ? words.say("access.me.browser-unknown") : session.browser();
        return new MePage.Row(
                session.id().toString(),
                browser,
                session.address(),
                words.say("access.me.by." + session.signedInBy()),
                words.moment(session.startedAt()),
                words.moment(session.lastSeenAt()),
                here);
    }
}
