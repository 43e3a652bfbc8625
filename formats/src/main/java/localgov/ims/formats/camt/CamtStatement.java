package localgov.ims.formats.camt;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.AccountNames;
import localgov.ims.formats.reading.Days;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.reading.Running;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// Reads one `Stmt`, `Rpt` or `Ntfctn` of a camt message. What stands before the entries is kept, the
/// entries are told one by one, and at the end the totals and balances are compared.
final class CamtStatement {

    /// A statement has about ten balances. More than this are not kept.
    private static final int MOST_BALANCES = 100;

    private final Xml xml;
    private final Report report;
    private final @Nullable LocalDate messageDay;
    private final Booking unsaid;

    private String identifier = "";
    private String legalNumber = "";
    private String number = "";
    private String account = "";
    private String accountNumber = "";
    private String sortCode = "";
    private String currency = "";
    private @Nullable LocalDate createdOn;
    private @Nullable LocalDate until;
    private final List<Balance> balances = new ArrayList<>();
    private final Map<String, String> summary = new HashMap<>();
    private final Running all = new Running();
    private final Running booked = new Running();
    private long differing;
    private boolean begun;

    CamtStatement(Xml xml, Report report, @Nullable LocalDate messageDay, Booking unsaid) {
        this.xml = xml;
        this.report = report;
        this.messageDay = messageDay;
        this.unsaid = unsaid;
    }

    void read() throws IOException, UnreadableFile {
        xml.eachChild(this::field);
        begin();
        compare();
    }

    private void field(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "Id" -> identifier = xml.text();
            case "LglSeqNb" -> legalNumber = xml.text().strip();
            case "ElctrncSeqNb" -> number = xml.text().strip();
            case "CreDtTm" -> createdOn = Days.iso(xml.text());
            case "FrToDt" ->
                xml.eachChild(child -> {
                    if (child.equals("ToDtTm") || child.equals("ToDt")) {
                        until = Days.iso(xml.text());
                    }
                });
            case "Acct" -> {
                xml.eachChild(this::account);
                account = AccountNames.of(sortCode, accountNumber);
            }
            case "Bal" -> balance();
            case "TxsSummry" -> xml.eachChild(this::summary);
            case "Ntry" -> entry();
            default -> {}
        }
    }

    private void account(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "Id" ->
                xml.eachChild(kind -> {
                    if (kind.equals("IBAN")) {
                        accountNumber = xml.text();
                    } else if (kind.equals("Othr") && accountNumber.isEmpty()) {
                        accountNumber = CamtReader.child(xml, "Id");
                    }
                });
            case "Ccy" -> currency = xml.text();
            case "Svcr" -> sortCode = CamtReader.sortCode(xml);
            default -> {}
        }
    }

    private void balance() throws IOException, UnreadableFile {
        long line = xml.line();
        int column = xml.column();
        var said = new HashMap<String, String>();
        xml.eachChild(name -> {
            if (name.equals("Amt") && currency.isEmpty()) {
                currency = xml.attribute("Ccy");
            }
            said.put(name, name.equals("Tp") ? CamtReader.child(xml, "CdOrPrtry") : xml.text());
        });
        var amount = said.getOrDefault("Amt", "");
        var signed = CamtReader.signed(amount, said.getOrDefault("CdtDbtInd", ""));
        if (signed == null) {
            report.problem(
                    line, column, amount, "This balance is not an amount; ask the bank for a new copy of the file.");
        } else if (balances.size() < MOST_BALANCES) {
            balances.add(new Balance(said.getOrDefault("Tp", ""), signed, Days.iso(said.getOrDefault("Dt", ""))));
        }
    }

    private void summary(String group) throws IOException, UnreadableFile {
        if (group.equals("TtlNtries") || group.equals("TtlCdtNtries") || group.equals("TtlDbtNtries")) {
            xml.eachChild(name -> {
                if (name.equals("NbOfNtries") || name.equals("Sum")) {
                    summary.put(group + "/" + name, xml.text());
                }
            });
        }
    }

    /// Tells the head when the first entry comes, or at the end when none does.
    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        report.statement(new StatementHead(account, currency, identifier, day(), opening()));
        report.numbered(account, number.isEmpty() ? legalNumber : number);
        for (int i = 0; i < balances.size(); i++) {
            if (i != openingAt()) {
                report.balance(account, balances.get(i));
            }
        }
    }

    private @Nullable LocalDate day() {
        var closing = closing();
        if (closing != null && closing.day() != null) {
            return closing.day();
        }
        return until != null ? until : createdOn != null ? createdOn : messageDay;
    }

    private void entry() throws IOException, UnreadableFile {
        begin();
        var line = new CamtEntry(xml).line(account, day(), unsaid, report);
        if (line == null) {
            return;
        }
        all.add(line.direction(), line.amount());
        if (line.booking() == Booking.BOOKED) {
            booked.add(line.direction(), line.amount());
        }
        if (!line.parts().isEmpty() && !line.partsAddUp()) {
            differing++;
        }
        report.line(line);
    }

    private void compare() {
        count("summary-count", "TtlNtries", all.count(), booked.count());
        sum("summary-sum", "TtlNtries", all.sum(), booked.sum());
        for (var direction : Direction.values()) {
            boolean credit = direction == Direction.CREDIT;
            var group = credit ? "TtlCdtNtries" : "TtlDbtNtries";
            var name = credit ? "summary-credit" : "summary-debit";
            count(name + "-count", group, all.count(direction), booked.count(direction));
            sum(name + "-sum", group, all.sum(direction), booked.sum(direction));
        }
        if (differing > 0) {
            report.check(Check.warn("parts-add-up", "0 entries differ", differing + " entries differ", false));
        }
        var opening = opening();
        var closing = closing();
        if (opening != null && closing != null) {
            var actual = opening.amount().add(booked.net());
            report.check(Check.warn(
                    "closing-balance",
                    closing.amount().toPlainString(),
                    actual.toPlainString(),
                    Running.same(closing.amount(), actual)));
        }
    }

    /// A summary counts all entries or only the booked ones: banks differ.
    private void count(String check, String group, long everything, long bookedOnly) {
        var stated = summary.get(group + "/NbOfNtries");
        if (stated != null) {
            boolean holds = stated.equals(Long.toString(everything)) || stated.equals(Long.toString(bookedOnly));
            report.check(Check.block(check, stated, everything, holds));
        }
    }

    private void sum(String check, String group, BigDecimal everything, BigDecimal bookedOnly) {
        var stated = summary.get(group + "/Sum");
        if (stated != null) {
            var value = CamtReader.signed(stated, "");
            boolean holds = value != null && (Running.same(value, everything) || Running.same(value, bookedOnly));
            report.check(Check.block(check, stated, everything.toPlainString(), holds));
        }
    }

    private @Nullable Balance opening() {
        return openingAt() < 0 ? null : balances.get(openingAt());
    }

    private @Nullable Balance closing() {
        return closingAt() < 0 ? null : balances.get(closingAt());
    }

    /// The first page of a statement opens with OPBD or PRCD, a further page with an interim balance (ITBD).
    private int openingAt() {
        for (var kind : List.of("OPBD", "PRCD", "ITBD")) {
            for (int i = 0; i < balances.size(); i++) {
                if (balances.get(i).kind().equals(kind)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /// The last page closes with CLBD, an earlier page with another interim balance.
    private int closingAt() {
        int interim = -1;
        for (int i = 0; i < balances.size(); i++) {
            switch (balances.get(i).kind()) {
                case "CLBD" -> {
                    return i;
                }
                case "ITBD" -> interim = i == openingAt() ? interim : i;
                default -> {}
            }
        }
        return interim;
    }
}
