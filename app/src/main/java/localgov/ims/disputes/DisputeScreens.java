package localgov.ims.disputes;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
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

/// Disputed payments: the lists, one of them with its story, and which bills lose what was lost.
@Controller
@Needs({Permission.SEE_DISPUTES, Permission.HANDLE_DISPUTES})
class DisputeScreens {
    static final String PATH = "/office/disputes";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final DisputeLists lists;
    private final Following following;
    private final Watching watching;
    private final DisputePages pages;

    DisputeScreens(
            Templates templates, DisputeLists lists, Following following, Watching watching, DisputePages pages) {
        this.templates = templates;
        this.lists = lists;
        this.following = following;
        this.watching = watching;
        this.pages = pages;
    }

    /// Where this is found in the office, and how many wait for a person.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace disputesPlace(DisputeLists lists) {
            return OfficePlaces.at(65, "disputes.disputes", PATH, Permission.SEE_DISPUTES, Permission.HANDLE_DISPUTES)
                    .waiting(_ -> CurrentCaller.may(Permission.HANDLE_DISPUTES)
                            ? lists.waiting(scope()).all()
                            : 0);
        }
    }

    static Scope scope() {
        return CurrentCaller.scope(Permission.SEE_DISPUTES, Permission.HANDLE_DISPUTES);
    }

    static String path(DisputeId id) {
        return PATH + "/" + id;
    }

    @GetMapping(PATH)
    View list(@RequestParam Map<String, String> form, OfficeFrame frame) {
        var page = pages.list(DisputePages.Tab.of(form.get("show")), form.get("after"), scope(), frame.words());
        return Page.of(templates.disputesList(page, frame));
    }

    /// Somebody who has just answered one does not want to wait for the next round.
    @PostMapping(PATH + "/ask")
    @Needs(Permission.HANDLE_DISPUTES)
    View ask() {
        watching.watch();
        return Page.redirect(PATH).saying("disputes.done.asked");
    }

    @GetMapping(PATH + "/{id}")
    View one(@PathVariable String id, OfficeFrame frame) {
        var dispute = find(id, scope());
        return shown(dispute, pages.filledIn(dispute, frame.words()), HttpStatus.OK.value(), frame);
    }

    @PostMapping(PATH + "/{id}")
    @Needs(Permission.HANDLE_DISPUTES)
    @NeedsFreshSignIn
    View charge(@PathVariable String id, @RequestParam Map<String, String> sent, OfficeFrame frame, Caller caller) {
        var dispute = find(id, CurrentCaller.scope(Permission.HANDLE_DISPUTES));
        var form = ChargeForm.of(sent, dispute, frame.words());
        if (!form.answers().hold()) {
            return shown(dispute, form.answers(), REFUSED, frame);
        }
        return switch (following.charge(dispute.id(), form.amounts(), caller)) {
            case Charging.Charged(var now) -> Page.redirect(path(now.id())).saying("disputes.done.charged", form.sum());
            case Charging.NothingToPlace(var now) ->
                shown(now, form.answers().refused("disputes.refused.nothing"), CHANGED, frame);
            case Charging.ChangedSince(var now) ->
                shown(now, pages.filledIn(now, frame.words()).refused("disputes.refused.changed"), CHANGED, frame);
            case Charging.MoreThanLeft(var now, var line, var left) ->
                shown(
                        now,
                        form.answers().wrong(ChargeForm.field(line), "disputes.refused.more-than-left", left),
                        CHANGED,
                        frame);
            case Charging.MoreThanLost(var now, var lost) -> shown(now, wrongAtFirst(form, now, lost), REFUSED, frame);
        };
    }

    private static Answers wrongAtFirst(ChargeForm form, Dispute dispute, localgov.ims.kernel.Money lost) {
        return form.answers()
                .wrong(ChargeForm.field(ChargeForm.first(dispute)), "disputes.refused.more-than-lost", lost);
    }

    private View shown(Dispute dispute, Answers answers, int status, OfficeFrame frame) {
        return Page.of(templates.disputesOne(pages.one(dispute, frame.words()), answers, frame))
                .status(status);
    }

    private Dispute find(String id, Scope within) {
        return DisputeId.read(id)
                .flatMap(read -> lists.find(read, within))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static List<Dispute.Line> open(Dispute dispute) {
        return dispute.lines().stream().filter(line -> line.open().isPositive()).toList();
    }
}
