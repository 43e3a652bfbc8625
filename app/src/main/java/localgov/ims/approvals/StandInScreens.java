package localgov.ims.approvals;

import gg.jte.generated.precompiled.Templates;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.approvals.StandIns.Named;
import localgov.ims.approvals.pages.StandInsPage;
import localgov.ims.people.NeedsSignIn;
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

/// Naming who approves in one's place. Whoever approves anything may: which permission that takes, its kind says, and
/// `StandIns` looks.
@Controller
@NeedsSignIn(why = "everybody may stand in for somebody, and whoever approves something may name who does")
class StandInScreens {
    static final String PATH = ApprovalScreens.PATH + "/stand-ins";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final StandIns standIns;
    private final RequestPages pages;

    StandInScreens(Templates templates, StandIns standIns, RequestPages pages) {
        this.templates = templates;
        this.standIns = standIns;
        this.pages = pages;
    }

    @GetMapping(PATH)
    View list(Person person, OfficeFrame frame) {
        return shown(person, UUID.randomUUID().toString(), Answers.none(frame.words()), frame);
    }

    private Page shown(Person person, String key, Answers answers, OfficeFrame frame) {
        var words = frame.words();
        var rows = standIns.namedBy(person).stream()
                .map(one -> new StandInsPage.Row(
                        one.standIn().name(),
                        words.date(one.fromOn()),
                        words.date(one.toOn()),
                        PATH + "/" + one.id() + "/end",
                        one.isOn(standIns.today())))
                .toList();
        var page = new StandInsPage(rows, pages.standingIn(person, words), standIns.mayName(person), key);
        return Page.of(templates.approvalsStandIns(page, answers, frame));
    }

    @PostMapping(PATH)
    View name(@RequestParam Map<String, String> sent, Person person, OfficeFrame frame) {
        var key = key(sent).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var answers = Answers.of(frame.words(), sent);
        var from = answers.date("from");
        var to = answers.date("to");
        var email = sent.getOrDefault("email", "");
        if (email.isBlank()) {
            answers = answers.wrong("email", "approvals.stand-in.email-needed");
        }
        if (from.isEmpty()) {
            answers = answers.wrong("from", "approvals.stand-in.from-needed");
        }
        if (to.isEmpty()) {
            answers = answers.wrong("to", "approvals.stand-in.to-needed");
        }
        return answers.hold()
                ? named(key, person, email, from.orElseThrow(), to.orElseThrow(), answers, frame)
                : again(person, key, answers, frame);
    }

    private View named(
            UUID key, Person person, String email, LocalDate from, LocalDate to, Answers answers, OfficeFrame frame) {
        return switch (standIns.name(key, person, email, from, to)) {
            case Named.Done(var one) ->
                Page.redirect(PATH)
                        .saying("approvals.stand-in.named", one.standIn().name(), from, to);
            case Named.NotAnApprover _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Named.NoSuchPerson _ -> again(person, key, answers.wrong("email", "approvals.stand-in.nobody"), frame);
            case Named.Themselves _ -> again(person, key, answers.wrong("email", "approvals.stand-in.yourself"), frame);
            case Named.InThePast _ -> again(person, key, answers.wrong("from", "approvals.stand-in.past"), frame);
            case Named.EndsBeforeItBegins _ ->
                again(person, key, answers.wrong("to", "approvals.stand-in.backwards"), frame);
            case Named.TooLong _ ->
                again(person, key, answers.wrong("to", "approvals.stand-in.too-long", StandIns.MOST_DAYS), frame);
        };
    }

    private View again(Person person, UUID key, Answers answers, OfficeFrame frame) {
        return shown(person, key.toString(), answers, frame).status(REFUSED);
    }

    @PostMapping(PATH + "/{id}/end")
    View end(@PathVariable("id") String id, Person person) {
        var ended = key(Map.of("key", id)).filter(one -> standIns.end(one, person));
        if (ended.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Page.redirect(PATH).saying("approvals.stand-in.ended");
    }

    private static Optional<UUID> key(Map<String, String> sent) {
        return ApprovalId.read(sent.getOrDefault("key", "")).map(ApprovalId::value);
    }
}
