package localgov.ims.messages;

import gg.jte.generated.precompiled.Templates;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.messages.FailureStore.Failure;
import localgov.ims.messages.FailureStore.Place;
import localgov.ims.messages.pages.FailuresPage;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
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

/// Messages that have not gone out, for those who look after settings.
@Controller
@Needs(Permission.CHANGE_SETTINGS)
class FailureScreens {
    static final String PATH = "/office/messages";
    private static final int ON_A_PAGE = 50;

    private final Templates templates;
    private final Failures failures;

    FailureScreens(Templates templates, Failures failures) {
        this.templates = templates;
        this.failures = failures;
    }

    @GetMapping(PATH)
    @Needs({Permission.SEE_SETTINGS, Permission.CHANGE_SETTINGS})
    View list(@RequestParam(defaultValue = "") String after, OfficeFrame frame, Caller caller) {
        var found = failures.list(place(after), ON_A_PAGE + 1);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        var may = caller.may(Permission.CHANGE_SETTINGS);
        var rows = shown.stream().map(one -> row(one, may, frame.words())).toList();
        var next = found.size() > ON_A_PAGE ? PATH + "?after=" + written(shown.getLast()) : null;
        return Page.of(templates.messagesFailures(new FailuresPage(rows, next), frame));
    }

    private static FailuresPage.Row row(Failure one, boolean may, Words words) {
        var self = PATH + "/" + one.id();
        return new FailuresPage.Row(
                words.known("messages.about." + one.about()).orElse(one.about()),
                words.moment(one.madeAt()),
                words.count("messages.tries", one.attempts()),
                one.failed()
                        ? words.say("messages.failed")
                        : words.say("messages.tried-again", words.moment(one.dueAt())),
                one.failed() ? "govuk-tag--red" : "govuk-tag--yellow",
                String.valueOf(one.problem()),
                may && one.failed() && one.again() ? self + "/again" : null,
                may ? self + "/give-up" : null);
    }

    private static String written(Failure last) {
        return last.madeAt() + "_" + last.id();
    }

    private static @Nullable Place place(String after) {
        var parts = after.split("_", 2);
        try {
            return parts.length == 2 ? new Place(Instant.parse(parts[0]), UUID.fromString(parts[1])) : null;
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            return null;
        }
    }

    @PostMapping(PATH + "/{id}/again")
    View again(@PathVariable UUID id, Caller caller) {
        if (!failures.again(new MessageId(id), caller.signature())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Page.redirect(PATH).saying("messages.on-its-way");
    }

    @PostMapping(PATH + "/{id}/give-up")
    View giveUp(@PathVariable UUID id, Caller caller) {
        if (!failures.giveUp(new MessageId(id), caller.signature())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Page.redirect(PATH).saying("messages.given-up");
    }

    @Configuration(proxyBeanMethods = false)
    static class InTheNavigation {
        /// There only while something has failed: else nobody needs it.
        @Bean
        OfficePlace failedMessages(Failures failures) {
            return OfficePlaces.at(120, "messages.place", PATH)
                    .shownWhen(_ -> CurrentCaller.may(Permission.CHANGE_SETTINGS) && failures.failed() > 0)
                    .waiting(_ -> failures.failed());
        }
    }
}
