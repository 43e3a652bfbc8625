package localgov.ims.reporting;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import localgov.ims.backoffice.Unattended;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.providers.Providers;
import localgov.ims.reporting.pages.UnclearPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Card payments that did not go as they should.
@Controller
@Needs(Permission.SEE_RECEIPTS)
class UnclearScreens {
    static final String PATH = "/office/payments/unclear";
    private static final int MOST = 20;

    private final Templates templates;
    private final Unclear unclear;
    private final Providers providers;
    private final List<Unattended> unattended;

    UnclearScreens(Templates templates, Unclear unclear, Providers providers, List<Unattended> unattended) {
        this.templates = templates;
        this.unclear = unclear;
        this.providers = providers;
        this.unattended = unattended;
    }

    @GetMapping(PATH)
    View list(@RequestParam(required = false) @Nullable Long after, OfficeFrame frame) {
        var scope = CurrentCaller.scope(Permission.SEE_RECEIPTS);
        var others = new UnclaimedPages(providers.names(), frame.words());
        var page = unclear.unclaimed(scope, after);
        return Page.of(templates.reportingUnclear(
                new UnclearPage(
                        unclear.payments(scope).stream()
                                .map(payment -> row(payment, frame.words()))
                                .toList(),
                        page.ones().stream().map(others::open).toList(),
                        page.next() == null ? null : PATH + "?after=" + page.next() + "#others",
                        after == null ? null : PATH + "#others",
                        unclear.looked(scope).stream().map(others::looked).toList(),
                        unattended.stream()
                                .flatMap(one -> one.waiting(MOST, frame.words()).stream())
                                .toList()),
                frame));
    }

    private static UnclearPage.Row row(Unclear.Payment payment, Words words) {
        var provider = payment.providerReference();
        var note = payment.note();
        return new UnclearPage.Row(
                words.moment(payment.since()),
                payment.reference().grouped(),
                payment.pence().toString(),
                word(payment.state(), words),
                classes(payment.state()),
                note == null
                        ? List.of(words.say("reporting.unclear.open"))
                        : note.lines().toList(),
                note == null ? null : words.kept(),
                provider == null ? "" : words.say("reporting.unclear.provider", provider),
                payment.journal() == null ? null : ReceiptScreens.PATH + "/" + payment.journal() + "-1");
    }

    private static String word(String state, Words words) {
        return switch (state) {
            case "PAID" -> words.say("reporting.unclear.state.paid");
            case "FAILED" -> words.say("reporting.unclear.state.failed");
            case "CANCELLED" -> words.say("reporting.unclear.state.cancelled");
            case "EXPIRED" -> words.say("reporting.unclear.state.expired");
            case "STARTED" -> words.say("reporting.unclear.state.started");
            default -> words.say("reporting.unclear.state.unknown");
        };
    }

    private static String classes(String state) {
        return switch (state) {
            case "PAID" -> "govuk-tag--green";
            case "FAILED" -> "govuk-tag--red";
            case "STARTED", "UNKNOWN" -> "govuk-tag--yellow";
            default -> "govuk-tag--grey";
        };
    }
}
