package localgov.ims.refunds;

import java.util.ArrayList;
import java.util.List;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Ask;
import localgov.ims.approvals.Asked;
import localgov.ims.audit.Change;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.people.Caller;
import org.springframework.stereotype.Component;

/// Asks a second person, and tells them what they have to know: what was paid, what of it has not been given back, what
/// goes where, and why.
@Component
class SecondPerson {
    private final Approvals approvals;
    private final Catalogue catalogue;

    SecondPerson(Approvals approvals, Catalogue catalogue) {
        this.approvals = approvals;
        this.catalogue = catalogue;
    }

    Asked ask(Refund refund, Received receipt, Caller by) {
        return approvals.ask(request(refund, receipt, by));
    }

    /// The request has the refund's own id. Its subject is the account that the money comes out of: splitting a refund
    /// over several receipts of one account counts against one limit.
    private Ask request(Refund refund, Received receipt, Caller by) {
        var english = new ArrayList<Change>();
        var welsh = new ArrayList<Change>();
        for (var part : refund.parts()) {
            var line = receipt.line(part.line()).orElseThrow();
            var name = catalogue.now().fund(part.fund());
            var account = part.account() == null ? "" : " " + part.account();
            english.add(new Change(
                    name.map(fund -> fund.name()).orElse(part.fund()) + account,
                    "%s paid, %s of it not given back".formatted(line.amount(), line.left()),
                    "%s goes back".formatted(part.amount())));
            welsh.add(new Change(
                    name.map(fund -> fund.nameInWelsh().isEmpty() ? fund.name() : fund.nameInWelsh())
                                    .orElse(part.fund())
                            + account,
                    "Talwyd %s, ac nid yw %s ohono wedi’i roi yn ôl".formatted(line.amount(), line.left()),
                    "Mae %s yn mynd yn ôl".formatted(part.amount())));
        }
        english.addAll(toldOf(refund, "Goes", "to the card it was paid with", "by bank transfer to ", "Why"));
        welsh.addAll(toldOf(refund, "Sut", "i’r cerdyn y talwyd ag ef", "drwy drosglwyddiad banc at ", "Pam"));
        return Ask.of(
                        RefundKind.NAME,
                        subject(refund),
                        sentence(refund, "Give back %s paid by %s", "somebody"),
                        "{}",
                        by)
                .as(new ApprovalId(refund.id().value()))
                .about(refund.amount())
                .changing(english)
                .inWelsh(sentence(refund, "Rhoi %s yn ôl a dalwyd gan %s", "rywun"), welsh);
    }

    private static String sentence(Refund refund, String form, String nobody) {
        return form.formatted(refund.amount(), refund.payer().orElse(nobody));
    }

    private static List<Change> toldOf(Refund refund, String way, String card, String bank, String why) {
        var to = refund.way() == Way.CARD
                ? card
                : bank + refund.payee().or(refund::payer).orElse("");
        return List.of(new Change(way, null, to), new Change(why, null, refund.reason()));
    }

    private static String subject(Refund refund) {
        var first = refund.parts().getFirst();
        return "refund:%s %s"
                .formatted(first.fund(), first.account() == null ? "" : first.account())
                .strip();
    }
}
