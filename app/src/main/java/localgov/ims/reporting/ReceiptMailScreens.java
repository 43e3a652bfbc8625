package localgov.ims.reporting;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.EmailAddress;
import localgov.ims.ledger.Place;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Language;
import localgov.ims.reporting.pages.ReceiptMailPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Somebody asks for a receipt: a colleague sends it by e-mail.
@Controller
@Needs(Permission.WRITE_TO_PAYERS)
class ReceiptMailScreens {
    private static final int REFUSED = 422;

    private final Templates templates;
    private final StoryStore store;
    private final ReceiptMail mail;

    ReceiptMailScreens(Templates templates, StoryStore store, ReceiptMail mail) {
        this.templates = templates;
        this.store = store;
        this.mail = mail;
    }

    static String path(String receipt) {
        return receipt + "/email";
    }

    @GetMapping(ReceiptScreens.PATH + "/{place}/email")
    View ask(@PathVariable String place, OfficeFrame frame) {
        return draw(place, find(place), UUID.randomUUID(), Answers.none(frame.words()), frame);
    }

    /// Only what whoever asks may see themselves, the whole of it.
    private ReceiptMail.Sendable find(String place) {
        var scope = CurrentCaller.scope(Permission.SEE_RECEIPTS);
        return Place.read(place)
                .flatMap(at -> store.posted(at.journal(), at.line()))
                .flatMap(one -> mail.of(one, scope))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Page draw(String place, ReceiptMail.Sendable receipt, UUID key, Answers answers, OfficeFrame frame) {
        var words = frame.words();
        var page = new ReceiptMailPage(
                ReceiptScreens.PATH + "/" + place,
                path(ReceiptScreens.PATH + "/" + place),
                key.toString(),
                List.of(
                        SummaryRow.of(words.say("reporting.mail.number"), receipt.number()),
                        SummaryRow.of(words.say("reporting.column.amount"), words.money(ReceiptWords.total(receipt))),
                        SummaryRow.of(
                                words.say("reporting.fact.day"),
                                words.date(receipt.lines().getFirst().happenedOn()))),
                receipt.copy());
        return Page.of(templates.reportingReceiptMail(page, answers, frame));
    }

    @PostMapping(ReceiptScreens.PATH + "/{place}/email")
    View send(@PathVariable String place, @RequestParam Map<String, String> sent, Caller caller, OfficeFrame frame) {
        var receipt = find(place);
        var key = key(sent.getOrDefault("key", ""));
        var address = sent.getOrDefault("email", "").strip();
        var language = Language.of(sent.get("language"));
        var answers = Answers.of(frame.words(), sent);
        if (EmailAddress.read(address).isEmpty()) {
            answers = answers.wrong("email", "reporting.mail.address.needed");
        }
        if (language.isEmpty()) {
            answers = answers.wrong("language", "reporting.mail.language.needed");
        }
        if (!answers.hold()) {
            return draw(place, receipt, key, answers, frame).status(REFUSED);
        }
        if (!mail.send(receipt, key, address, language.orElseThrow(), caller.signature())) {
            return draw(place, receipt, key, answers.refused("reporting.mail.enough"), frame)
                    .status(REFUSED);
        }
        return Page.redirect(ReceiptScreens.PATH + "/" + place).saying("reporting.mail.on-its-way");
    }

    private static UUID key(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException noKey) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
