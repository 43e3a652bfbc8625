package localgov.ims.messages;

import gg.jte.generated.precompiled.Templates;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.kernel.EmailAddress;
import localgov.ims.messages.FailureStore.Place;
import localgov.ims.messages.pages.FailuresPage;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
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

/// Messages that have not arrived, for those who look after settings and for those who write to payers.
@Controller
@Needs({Permission.CHANGE_SETTINGS, Permission.WRITE_TO_PAYERS})
class FailureScreens {
    static final String PATH = "/office/messages";
    private static final int ON_A_PAGE = 50;
    private static final int REFUSED = 422;

    private final Templates templates;
    private final Failures failures;
    private final MessageKinds kinds;

    FailureScreens(Templates templates, Failures failures, MessageKinds kinds) {
        this.templates = templates;
        this.failures = failures;
        this.kinds = kinds;
    }

    static String path(Delivery one) {
        return PATH + "/" + one.id();
    }

    @GetMapping(PATH)
    @Needs({Permission.SEE_SETTINGS, Permission.CHANGE_SETTINGS, Permission.WRITE_TO_PAYERS})
    View list(@RequestParam(defaultValue = "") String after, OfficeFrame frame) {
        var found = failures.list(Reach.seeing(kinds), place(after), ON_A_PAGE + 1);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        var doing = Reach.doing(kinds);
        var rows = shown.stream()
                .map(one -> row(one, doing.allows(one), frame.words()))
                .toList();
        var next = found.size() > ON_A_PAGE ? PATH + "?after=" + written(shown.getLast()) : null;
        return Page.of(templates.messagesFailures(new FailuresPage(rows, next), frame));
    }

    private FailuresPage.Row row(Delivery one, boolean may, Words words) {
        return new FailuresPage.Row(
                Deliveries.about(one, kinds, words),
                path(one),
                words.moment(one.madeAt()),
                words.count("messages.tries", one.attempts()),
                one.isFailed() || one.state() == MessageState.SENDING
                        ? words.say(Deliveries.words(one.state()))
                        : words.say("messages.tried-again", words.moment(one.dueAt())),
                "govuk-tag--" + one.state().colour(),
                Deliveries.why(one, words),
                may && one.mayGoAgain() ? path(one) + "/again" : null,
                may && one.mayBeGivenUp() ? path(one) + "/give-up" : null);
    }

    private static String written(Delivery last) {
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

    @GetMapping(PATH + "/{id}")
    @Needs({Permission.SEE_SETTINGS, Permission.CHANGE_SETTINGS, Permission.WRITE_TO_PAYERS})
    View one(@PathVariable UUID id, OfficeFrame frame) {
        return draw(find(id, Reach.seeing(kinds)), Answers.none(frame.words()), frame);
    }

    private Page draw(Delivery one, Answers answers, OfficeFrame frame) {
        var page = MessagePages.of(one, kinds, frame.words());
        return Page.of(templates.messagesOne(page, answers, frame));
    }

    private Delivery find(UUID id, Reach reach) {
        return failures.find(new MessageId(id), reach)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(PATH + "/{id}/again")
    View again(@PathVariable UUID id, Caller caller) {
        find(id, Reach.doing(kinds));
        return after(failures.again(new MessageId(id), caller.signature()), "messages.on-its-way");
    }

    @PostMapping(PATH + "/{id}/give-up")
    View giveUp(@PathVariable UUID id, Caller caller) {
        find(id, Reach.doing(kinds));
        return after(failures.giveUp(new MessageId(id), caller.signature()), "messages.given-up");
    }

    @PostMapping(PATH + "/{id}/address")
    @Needs(Permission.WRITE_TO_PAYERS)
    View correct(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String email, Caller caller, OfficeFrame frame) {
        var one = find(id, Reach.correcting(kinds));
        var address = email.strip();
        if (EmailAddress.read(address).isEmpty()) {
            var answers = Answers.of(frame.words(), Map.of("email", email)).wrong("email", "messages.address.needed");
            return draw(one, answers, frame).status(REFUSED);
        }
        return after(failures.correct(new MessageId(id), address, caller.signature()), "messages.corrected");
    }

    private static View after(boolean done, String saying) {
        if (!done) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Page.redirect(PATH).saying(saying);
    }

    @Configuration(proxyBeanMethods = false)
    static class InTheNavigation {
        /// There only while something has failed: else nobody needs it.
        @Bean
        OfficePlace failedMessages(Failures failures) {
            return OfficePlaces.at(120, "messages.place", PATH)
                    .shownWhen(_ -> failures.failed() > 0)
                    .waiting(_ -> failures.failed());
        }
    }
}
