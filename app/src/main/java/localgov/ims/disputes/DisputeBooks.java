package localgov.ims.disputes;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import localgov.ims.disputes.DisputedReceipts.Receipt;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.Written;
import localgov.ims.receipts.Departures;
import localgov.ims.receipts.Withheld;
import localgov.ims.receipts.Withholding;
import localgov.ims.refunds.Claims;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The postings of a dispute, and what of a receipt is counted as lost for each. To be called within a database
/// transaction that holds the receipt and the dispute.
@Component
class DisputeBooks {
    static final String LOST = "dispute";
    static final String FEE = "dispute-fee";
    static final String CHARGED = "dispute-charged";
    static final String RETURNED = "dispute-returned";

    private final Withholding withholding;
    private final Departures departures;
    private final Claims claims;
    private final InstantSource clock;

    DisputeBooks(Withholding withholding, Departures departures, Claims claims, InstantSource clock) {
        this.withholding = withholding;
        this.departures = departures;
        this.claims = claims;
        this.clock = clock;
    }

    private LocalDate today() {
        return London.dayOf(clock.instant());
    }

    private static Source source(String kind, Dispute dispute, String rest) {
        return new Source(kind, dispute.id() + "/" + dispute.booked().turns() + rest);
    }

    /// Keeps for a dispute all that is left of its receipt, and nothing of one that stood for the payment before.
    Dispute claim(Dispute before, Receipt receipt, List<Dispute.Line> bills) {
        var dispute = free(before, line -> line.journal() != receipt.journal());
        var claimed = claims.claim(receipt.journal());
        var lines = new ArrayList<>(dispute.lines());
        for (var one : claimed) {
            int known = place(lines, receipt.journal(), one.line());
            if (known >= 0) {
                lines.set(known, lines.get(known).claiming(one.amount()));
            } else {
                bills.stream()
                        .filter(bill -> bill.line() == one.line())
                        .forEach(bill -> lines.add(bill.claiming(one.amount())));
            }
        }
        bills.stream()
                .filter(bill -> place(lines, receipt.journal(), bill.line()) < 0)
                .forEach(lines::add);
        return with(dispute, dispute.booked(), lines);
    }

    private static int place(List<Dispute.Line> lines, long journal, int line) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).journal() == journal && lines.get(i).line() == line) {
                return i;
            }
        }
        return -1;
    }

    /// What is kept for it and has not been lost can be refunded again.
    Dispute free(Dispute dispute) {
        return free(dispute, _ -> true);
    }

    private Dispute free(Dispute dispute, Predicate<Dispute.Line> which) {
        var lines = new ArrayList<Dispute.Line>();
        for (var line : dispute.lines()) {
            boolean free = which.test(line) && line.open().isPositive();
            if (free) {
                claims.free(line.journal(), line.line(), line.open());
            }
            lines.add(free ? line.with(line.lost(), line.lost(), line.vatLost()) : line);
        }
        return with(dispute, dispute.booked(), lines);
    }

    /// The provider has taken the money: it leaves the pot, out of the bills or as the council's own loss.
    Dispute lose(Dispute before, Receipt receipt) {
        var turn = new Dispute.Booked(
                before.booked().turns() + 1, before.amount(), Money.ZERO, 0, before.amount(), 0, receipt.journal());
        var dispute = with(before, turn, before.lines());
        var here = of(dispute, receipt.journal());
        var allotment = Allotment.of(dispute.amount(), here);
        var lines = new ArrayList<>(dispute.lines());
        var parts = losing(lines, receipt.journal(), allotment.parts());
        if (allotment.unplaced().isPositive()) {
            parts.add(Withheld.Part.of(after(here), AccountName.DISPUTES, allotment.unplaced(), receipt.method()));
        }
        post(source(LOST, dispute, ""), receipt.pot(), receipt.payer(), "Lost to the payer’s bank", parts, By.SYSTEM);
        return with(
                dispute,
                new Dispute.Booked(
                        turn.turns(), turn.lost(), Money.ZERO, 0, allotment.unplaced(), 0, receipt.journal()),
                lines);
    }

    private static List<Dispute.Line> of(Dispute dispute, long journal) {
        return dispute.lines().stream()
                .filter(line -> line.journal() == journal)
                .toList();
    }

    private static int after(List<Dispute.Line> lines) {
        return lines.stream().mapToInt(Dispute.Line::line).max().orElse(0) + 1;
    }

    private List<Withheld.Part> losing(List<Dispute.Line> lines, long journal, Map<Integer, Money> amounts) {
        var parts = new ArrayList<Withheld.Part>();
        amounts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            int place = place(lines, journal, entry.getKey());
            var line = lines.get(place);
            var vat = claims.lose(journal, line.line(), line.vatCode(), entry.getValue());
            parts.add(new Withheld.Part(
                    line.line(),
                    new AccountName(line.pot()),
                    entry.getValue(),
                    line.fund(),
                    line.account(),
                    vat,
                    line.method(),
                    line.office(),
                    line.channel()));
            lines.set(place, line.losing(entry.getValue(), vat));
        });
        return parts;
    }

    /// What the provider charges for a dispute that was lost; once some of it is in the book, only what it says now
    /// is more or less.
    Dispute fee(Dispute dispute, Receipt receipt) {
        var now = dispute.booked();
        var more = dispute.told().fee().minus(now.fee());
        boolean isMore = more.isPositive();
        post(
                source(FEE, dispute, rest(now.feeEntries() + 1)),
                isMore ? receipt.pot() : AccountName.FEES,
                null,
                "Fee for a lost dispute",
                List.of(Withheld.Part.of(
                        1,
                        isMore ? AccountName.FEES : receipt.pot(),
                        isMore ? more : more.negated(),
                        receipt.method())),
                By.SYSTEM);
        return with(dispute, now.charging(dispute.told().fee()), dispute.lines());
    }

    /// The first entry of a fee has no number.
    private static String rest(int entry) {
        return entry == 1 ? "" : "/" + entry;
    }

    /// Bills lose what was the council's own loss until now.
    Dispute charge(Dispute dispute, Receipt receipt, Map<Integer, Money> amounts, By by) {
        var charged = amounts.values().stream().reduce(Money.ZERO, Money::plus);
        var now = dispute.booked();
        var lines = new ArrayList<>(dispute.lines());
        var parts = losing(lines, receipt.journal(), amounts);
        post(
                source(CHARGED, dispute, "/" + (now.charges() + 1)),
                AccountName.DISPUTES,
                receipt.payer(),
                "Lost to the payer’s bank",
                parts,
                by);
        return with(dispute, now.placing(charged), lines);
    }

    private void post(
            Source source, AccountName to, @Nullable String payer, String words, List<Withheld.Part> parts, By by) {
        if (!(withholding.take(new Withheld(source, to, today(), payer, words, parts), by) instanceof Written.New)) {
            throw new IllegalStateException(source + " is in the book already");
        }
    }

    /// All that this time took is put back, each posting by one that names it.
    Dispute giveBack(Dispute dispute) {
        var now = dispute.booked();
        returned(dispute, LOST, "", "");
        for (int number = 1; number <= now.charges(); number++) {
            returned(dispute, CHARGED, "/" + number, "/" + number);
        }
        for (int entry = 1; entry <= now.feeEntries(); entry++) {
            returned(dispute, FEE, rest(entry), "/fee" + rest(entry));
        }
        var lines = new ArrayList<Dispute.Line>();
        for (var line : dispute.lines()) {
            if (line.lost().isPositive()) {
                claims.regain(line.journal(), line.line(), line.lost(), line.vatLost());
            }
            lines.add(line.with(line.claimed(), Money.ZERO, Money.ZERO));
        }
        return with(
                dispute,
                new Dispute.Booked(now.turns(), Money.ZERO, Money.ZERO, 0, Money.ZERO, 0, now.journal()),
                lines);
    }

    private void returned(Dispute dispute, String kind, String rest, String name) {
        var written = departures.returned(
                source(kind, dispute, rest), source(RETURNED, dispute, name), today(), "Not lost after all");
        if (!(written instanceof Written.New)) {
            throw new IllegalStateException("%s had come back already".formatted(dispute.id()));
        }
    }

    private static Dispute with(Dispute dispute, Dispute.Booked booked, List<Dispute.Line> lines) {
        return new Dispute(
                dispute.id(), dispute.told(), dispute.state(), dispute.foundAt(), dispute.payment(), booked, lines);
    }
}
