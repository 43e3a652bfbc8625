package localgov.ims.directory;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.UUID;
import localgov.ims.directory.pages.EmergenciesPage;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.AlertsInOffice;
import localgov.ims.platform.pages.OfficeAlert;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Who came in without the directory, for those who look after people.
@Controller
@Needs({Permission.MANAGE_PEOPLE, Permission.SEE_AUDIT})
class AlertScreens {
    static final String PATH = "/office/people/emergencies";

    private final Templates templates;
    private final Alerts alerts;

    AlertScreens(Templates templates, Alerts alerts) {
        this.templates = templates;
        this.alerts = alerts;
    }

    @GetMapping(PATH)
    View list(OfficeFrame frame, Caller caller) {
        var rows = alerts.latest().stream()
                .map(alert -> row(alert, frame.words(), caller))
                .toList();
        return Page.of(templates.directoryEmergencies(new EmergenciesPage(rows), frame));
    }

    private static EmergenciesPage.Row row(Alerts.Alert alert, Words words, Caller caller) {
        var at = alert.seenAt();
        var maySee = caller.may(Permission.MANAGE_PEOPLE) && !alert.email().equals(caller.signature());
        return new EmergenciesPage.Row(
                alert.email(),
                words.say("access.me.by." + alert.signedInBy()),
                words.moment(alert.happenedAt()),
                at == null
                        ? null
                        : words.say("directory.emergencies.seen-by", String.valueOf(alert.seenBy()), words.moment(at)),
                maySee ? PATH + "/" + alert.id() + "/seen" : null);
    }

    @PostMapping(PATH + "/{id}/seen")
    @Needs(Permission.MANAGE_PEOPLE)
    View seen(@PathVariable UUID id, Caller caller) {
        if (!alerts.see(id, caller.signature())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Page.redirect(PATH).saying("directory.emergencies.now-seen");
    }

    @Configuration(proxyBeanMethods = false)
    static class OnEveryPage {
        @Bean
        AlertsInOffice emergencies(Alerts alerts) {
            return words -> {
                var unseen = CurrentCaller.may(Permission.MANAGE_PEOPLE) ? alerts.unseen() : 0;
                return unseen == 0
                        ? List.of()
                        : List.of(new OfficeAlert(
                                words.count("directory.alert", unseen), PATH, words.say("directory.alert.look")));
            };
        }
    }
}
