package localgov.ims.webhooks;

import gg.jte.generated.precompiled.Templates;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.London;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
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

/// What webhooks have sent, for those who look after settings; their secrets and sending again, for
/// those who look after the keys of programs.
@Controller
@Needs(Permission.MANAGE_KEYS)
class WebhookScreens {
    static final String PATH = "/office/webhooks";
    private static final String ONE = PATH + "/{code}";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final WebhookPages pages;
    private final Webhooks webhooks;
    private final Subscriptions subscriptions;
    private final Secrets secrets;
    private final Peace peace;

    WebhookScreens(
            Templates templates,
            WebhookPages pages,
            Webhooks webhooks,
            Subscriptions subscriptions,
            Secrets secrets,
            Peace peace) {
        this.templates = templates;
        this.pages = pages;
        this.webhooks = webhooks;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.peace = peace;
    }

    static String path(String code) {
        return PATH + "/" + code;
    }

    @GetMapping(PATH)
    @Needs({Permission.SEE_SETTINGS, Permission.MANAGE_KEYS})
    View list(OfficeFrame frame) {
        return Page.of(templates.webhooksList(pages.all(frame.words()), frame));
    }

    @GetMapping(ONE)
    @Needs({Permission.SEE_SETTINGS, Permission.MANAGE_KEYS})
    View one(@PathVariable("code") String code, @RequestParam(defaultValue = "") String before, OfficeFrame frame) {
        return page(find(code), before(before), null, Answers.none(frame.words()), frame);
    }

    private static @Nullable Long before(String given) {
        return given.matches("\\d{1,18}") ? Long.valueOf(given) : null;
    }

    private Page page(
            Subscription webhook, @Nullable Long before, @Nullable String secret, Answers answers, OfficeFrame frame) {
        return Page.of(templates.webhooksOne(pages.one(webhook, before, secret, frame.words()), answers, frame));
    }

    private Subscription find(String code) {
        return subscriptions.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// The one answer that shows the secret: a page, because to go on to another would leave it in an address.
    @PostMapping(ONE + "/secret")
    @NeedsFreshSignIn
    View secret(@PathVariable("code") String code, OfficeFrame frame, Caller caller) {
        var webhook = find(code);
        return secrets.make(code, caller.signature())
                .<View>map(secret -> page(webhook, null, secret, Answers.none(frame.words()), frame))
                .orElseGet(() -> Page.redirect(path(code)).saying("webhooks.secret.quicker"));
    }

    @PostMapping(ONE + "/secret/end")
    View endOld(@PathVariable("code") String code, Caller caller) {
        find(code);
        return back(code, secrets.endOld(code, caller.signature()), "webhooks.secret.ended");
    }

    @PostMapping(ONE + "/ping")
    View ping(@PathVariable("code") String code, Caller caller) {
        webhooks.ping(find(code).code(), caller.signature());
        return Page.redirect(path(code)).saying("webhooks.pinged");
    }

    @PostMapping(ONE + "/pause")
    View pause(@PathVariable("code") String code, Caller caller) {
        return back(code, peace.pause(find(code).code(), caller.signature()), "webhooks.is-paused");
    }

    @PostMapping(ONE + "/resume")
    View resume(@PathVariable("code") String code, Caller caller) {
        return back(code, peace.resume(find(code).code(), caller.signature()), "webhooks.goes-on");
    }

    private static View back(String code, boolean done, String key) {
        var back = Page.redirect(path(code));
        return done ? back.saying(key) : back.saying("webhooks.done-already");
    }

    /// From the beginning of one day to the end of another.
    @PostMapping(ONE + "/replay")
    View replay(
            @PathVariable("code") String code,
            @RequestParam Map<String, String> sent,
            OfficeFrame frame,
            Caller caller) {
        var webhook = find(code);
        var answers = Answers.of(frame.words(), sent);
        var from = answers.date("from");
        var until = answers.date("until");
        if (from.isEmpty()) {
            answers = answers.wrong("from", "webhooks.replay.no-day");
        }
        if (until.isEmpty() || isBefore(until, from)) {
            answers = answers.wrong("until", "webhooks.replay.no-end");
        }
        if (from.isEmpty() || until.isEmpty() || !answers.hold()) {
            return page(webhook, null, null, answers, frame).status(REFUSED);
        }
        int many = webhooks.replay(
                code, London.startOf(from.get()), London.startOf(until.get().plusDays(1)), caller.signature());
        return Page.redirect(path(code)).saying("webhooks.replayed", many);
    }

    private static boolean isBefore(Optional<LocalDate> until, Optional<LocalDate> from) {
        return from.isPresent() && until.filter(day -> day.isBefore(from.get())).isPresent();
    }

    @PostMapping(ONE + "/events/{event}/again")
    View again(@PathVariable("code") String code, @PathVariable("event") UUID event, Caller caller) {
        var done = webhooks.replay(find(code).code(), event, caller.signature());
        if (done == Webhooks.Again.NOT_THERE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return back(code, done == Webhooks.Again.DONE, "webhooks.sent-again");
    }
}
