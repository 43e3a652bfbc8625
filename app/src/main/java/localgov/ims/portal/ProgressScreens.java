package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import localgov.ims.payments.PaymentState;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.portal.pages.ProgressPage;
import localgov.ims.portal.pages.VerifyPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where is my money, and is this receipt genuine? Neither needs anybody to sign in.
@Controller
class ProgressScreens {
    private final Templates templates;
    private final ReceiptDoor door;
    private final Progress progress;
    private final SignedReceipts signed;
    private final ReturnedPayments returned;
    private final Lookups lookups;

    ProgressScreens(
            Templates templates,
            ReceiptDoor door,
            Progress progress,
            SignedReceipts signed,
            ReturnedPayments returned,
            Lookups lookups) {
        this.templates = templates;
        this.door = door;
        this.progress = progress;
        this.signed = signed;
        this.returned = returned;
        this.lookups = lookups;
    }

    @GetMapping("/track")
    View ask(PortalFrame frame) {
        return Page.of(templates.portalTrack(Answers.none(frame.words()), frame));
    }

    /// A receipt number, sent as a form so that it comes into no address that was not known before.
    @PostMapping("/track")
    View follow(@RequestParam(defaultValue = "") String receipt, HttpServletRequest request, PortalFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("receipt", receipt));
        if (receipt.isBlank()) {
            return again(answers.wrong("receipt", "portal.track.blank"), frame);
        }
        return door.typed(receipt, request)
                .<View>map(payment -> Page.redirect(Visits.progress(payment)))
                .orElseGet(() -> again(answers.wrong("receipt", "portal.track.unknown"), frame));
    }

    private View again(Answers answers, PortalFrame frame) {
        return Page.of(templates.portalTrack(answers, frame)).status(BillForm.TO_PUT_RIGHT);
    }

    @GetMapping("/payments/{reference}/progress")
    View progress(@PathVariable String reference, HttpServletRequest request, PortalFrame frame) {
        var payment = door.find(reference, request);
        boolean paid = payment.state() == PaymentState.PAID;
        var page = new ProgressPage(
                payment.reference().grouped(),
                door.isPayers(payment, request) ? Visits.path(payment) : null,
                frame.words().money(payment.paid().orElse(payment.amount())),
                payment.pretended(),
                paid,
                payment.state().open() && payment.payerMayHavePaid(),
                paid ? progress.of(payment, frame.words()) : List.of());
        return Page.of(templates.portalProgress(page, frame));
    }

    /// What the QR code of a receipt leads to.
    @GetMapping("/verify/{token}")
    View verify(@PathVariable String token, HttpServletRequest request, PortalFrame frame) {
        lookups.admit(request);
        var words = frame.words();
        var page = signed.read(token)
                .map(said -> new VerifyPage(
                        true,
                        returned.anyOf(said),
                        said.test(),
                        words.money(said.amount()),
                        words.date(said.day()),
                        said.ends()))
                .orElseGet(() -> {
                    lookups.missed(request);
                    return VerifyPage.NOT;
                });
        return Page.of(templates.portalVerify(page, frame));
    }
}
