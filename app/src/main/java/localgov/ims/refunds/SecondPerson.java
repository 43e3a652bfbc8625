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

/// Asks a second person, and tells them what they have to know: what was paid, what of it has not been given back,
/// what goes where, and why.
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

    /// The request has the refund's own id. Its subject is the account that the money comes out of: splitting a
    /// refund over several receipts of one account counts against one limit.
    private Ask request(Refund refund, Received receipt, Caller by) {
        var english = new ArrayList<Change>();
        var welsh = new ArrayList<Change>();
        for (var part : refund.parts()) {
            var line = receipt.line(part.line()).orElseThrow();
            var account = part.account() == null ? "" : " " + part.account();
            english.add(new Change(
                    name(part, false) + account,
                    "%s paid, %s of it not given back".formatted(line.amount(), line.left()),
                    "%s goes back".formatted(part.amount())));
            welsh.add(new Change(
                    name(part, true) + account,
                    "Talwyd %s, ac nid yw %s ohono wedi’i roi yn ôl".formatted(line.amount(), line.left()),
                    "Mae %s yn mynd yn ôl".formatted(part.amount())));
        }
        english.addAll(toldOf(refund, "Goes", "to the card it was paid with", "by bank transfer to ", "Why"));
        welsh.addAll(toldOf(refund, "Sut", "i’r cerdyn y talwyd ag ef", "drwy drosglwyddiad banc at ", "Pam"));
        if (refund.insteadOf().isPresent()) {
            english.add(new Change("In the place of", null, "a refund to the card, which the card did not take"));
            welsh.add(new Change("Yn lle", null, "ad-daliad i’r cerdyn, na chymerodd y cerdyn"));
        }
        return Ask.of(
                        RefundKind.NAME,
                        subject(refund),
                        sentence(
                                refund,
                                refund.isMadeElsewhere()
                                        ? "Write down that %s paid by %s was given back in the provider’s own tool"
                                        : "Give back %s paid by %s",
                                "somebody"),
                        "{}",
                        by)
                .as(new ApprovalId(refund.id().value()))
                .about(refund.amount())
                .changing(english)
                .inWelsh(
                        sentence(
                                refund,
                                refund.isMadeElsewhere()
                                        ? "Cofnodi bod %s a dalwyd gan %s wedi’i roi yn ôl yn offer y darparwr ei hun"
                                        : "Rhoi %s yn ôl a dalwyd gan %s",
                                "rywun"),
                        welsh);
    }

    /// What a part comes out of, as the council calls it.
    private String name(Refund.Part part, boolean welsh) {
        if (part.fund() == null) {
            return part.isSurcharge()
                    ? welsh ? "Tâl ychwanegol am y cerdyn" : "Surcharge for the card"
                    : welsh ? "Y cyfrif crog" : "Suspense";
        }
        return catalogue
                .now()
                .fund(part.fund())
                .map(fund -> welsh && !fund.nameInWelsh().isEmpty() ? fund.nameInWelsh() : fund.name())
                .orElse(part.fund());
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
                .formatted(
                        first.fund() == null ? first.pot() : first.fund(),
                        first.account() == null ? "" : first.account())
                .strip();
    }
}
