package localgov.ims.refunds;

import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.refunds.pages.BankRefundsPage;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What two people want to be given back by bank, for finance to pay: as a page and as a file. The bank
/// details of payees are where finance pays from, and never here.
@Controller
@Needs({Permission.SEE_REFUNDS, Permission.ASK_REFUNDS})
class BankScreens {
    static final String PATH = RefundScreens.PATH + "/bank";
    private static final List<RefundState> APPROVED = List.of(RefundState.APPROVED);
    private static final int MOST = 5_000;

    private final Templates templates;
    private final RefundLists lists;
    private final StillOurs stillOurs;
    private final NewPayees newPayees;
    private final RefundPages pages;
    private final Audit audit;

    BankScreens(
            Templates templates,
            RefundLists lists,
            StillOurs stillOurs,
            NewPayees newPayees,
            RefundPages pages,
            Audit audit) {
        this.newPayees = newPayees;
        this.templates = templates;
        this.lists = lists;
        this.stillOurs = stillOurs;
        this.pages = pages;
        this.audit = audit;
    }

    private List<Refund> approved() {
        return lists.list(new RefundLists.Shown(APPROVED, Way.BANK, null, MOST), RefundScreens.scope());
    }

    /// What a payer's bank may take itself is not paid as well.
    private List<Refund> mayBePaid(List<Refund> approved, Set<Long> askedBack) {
        return approved.stream()
                .filter(refund -> !askedBack.contains(refund.journal()))
                .filter(refund -> newPayees.waitsUntil(refund).isEmpty())
                .toList();
    }

    @GetMapping(PATH)
    View list(OfficeFrame frame) {
        var words = frame.words();
        var askedBack = stillOurs.askedBack();
        var approved = approved();
        var toPay = mayBePaid(approved, askedBack);
        var sum = toPay.stream().map(Refund::amount).reduce(Money.ZERO, Money::plus);
        var page = new BankRefundsPage(
                approved.stream()
                        .map(refund -> row(refund, askedBack.contains(refund.journal()), words))
                        .toList(),
                words.count("refunds.sum", toPay.size(), sum));
        return Page.of(templates.refundsBank(page, frame));
    }

    private BankRefundsPage.Row row(Refund refund, boolean askedBack, Words words) {
        return new BankRefundsPage.Row(
                RefundScreens.path(refund),
                refund.reference().toString(),
                refund.payee().or(refund::payer).orElse(words.say("refunds.nobody")),
                pages.parts(refund, words),
                refund.approvedAt().map(words::moment).orElse(""),
                refund.reason(),
                words.money(refund.amount()),
                askedBack
                        ? new BankRefundsPage.Not(
                                words.say("refunds.bank.do-not-pay"), "red", words.say("refunds.why-not.disputed"))
                        : newPayees
                                .waitsUntil(refund)
                                .map(until -> new BankRefundsPage.Not(
                                        words.say("refunds.bank.not-yet"),
                                        "yellow",
                                        words.say("refunds.explained.new-payee", until)))
                                .orElse(null));
    }

    /// For whatever finance pays with.
    @GetMapping(PATH + "/export")
    ResponseEntity<String> export(Caller caller) throws IOException {
        var refunds = mayBePaid(approved(), stillOurs.askedBack());
        audit.note(caller.signature(), "refunds.list-taken", "refunds", "%d to pay by bank".formatted(refunds.size()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("refunds-by-bank.csv")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(BankFile.written(refunds));
    }
}
