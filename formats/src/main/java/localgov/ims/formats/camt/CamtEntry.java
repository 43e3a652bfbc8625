package localgov.ims.formats.camt;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Problem;
import localgov.ims.formats.Returned;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Amount;
import localgov.ims.formats.reading.Days;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// Reads one `Ntry` of a camt message, in every version: fields that moved between versions are taken wherever they
/// stand.
final class CamtEntry {

    /// More payments than this are not kept with one entry.
    static final int MOST_DETAILS = 100_000;

    private final Xml xml;
    private final long line;
    private final int column;
    private String amount = "";
    private String currency = "";
    private String direction = "";
    private String status = "";
    private boolean reversal;
    private String bookedOn = "";
    private String valueOn = "";
    private String reference = "";
    private String bankReference = "";
    private String code = "";
    private final List<String> texts = new ArrayList<>();
    private final List<CamtDetail> details = new ArrayList<>();

    CamtEntry(Xml xml) throws IOException, UnreadableFile {
        this.xml = xml;
        this.line = xml.line();
        this.column = xml.column();
        xml.entry(this::field);
    }

    private void field(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "NtryRef" -> reference = xml.text();
            case "Amt" -> {
                currency = xml.attribute("Ccy");
                amount = xml.text();
            }
            case "CdtDbtInd" -> direction = xml.text();
            case "RvslInd" -> reversal = isTrue(xml.text());
            case "Sts" -> status = xml.text();
            case "BookgDt" -> bookedOn = xml.text();
            case "ValDt" -> valueOn = xml.text();
            case "AcctSvcrRef" -> bankReference = xml.text();
            case "BkTxCd" -> code = code();
            case "NtryDtls" ->
                xml.eachChild(child -> {
                    if (child.equals("TxDtls")) {
                        detail();
                    }
                });
            case "AddtlNtryInf" -> texts.add(xml.text());
            default -> {}
        }
    }

    private void detail() throws IOException, UnreadableFile {
        if (details.size() >= MOST_DETAILS) {
            throw new UnreadableFile(new Problem(
                    line,
                    column,
                    null,
                    "This entry holds more than 100,000 payments; ask the bank to book them in smaller batches."));
        }
        details.add(new CamtDetail(xml));
    }

    /// The bank's code as one text: domain, family and sub-family, or the bank's own code.
    private String code() throws IOException, UnreadableFile {
        var domain = new ArrayList<String>();
        var own = new ArrayList<String>();
        xml.eachChild(name -> {
            if (name.equals("Domn")) {
                xml.eachChild(inner -> {
                    if (inner.equals("Cd")) {
                        domain.add(xml.text());
                    } else if (inner.equals("Fmly")) {
                        xml.eachChild(_ -> domain.add(xml.text()));
                    }
                });
            } else if (name.equals("Prtry")) {
                xml.eachChild(inner -> {
                    if (inner.equals("Cd")) {
                        own.add(xml.text());
                    }
                });
            }
        });
        return domain.isEmpty() ? String.join("-", own) : String.join("-", domain);
    }

    static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }

    static @Nullable Direction direction(String text) {
        return switch (text) {
            case "CRDT" -> Direction.CREDIT;
            case "DBIT" -> Direction.DEBIT;
            default -> null;
        };
    }

    /// The entry as a line, or null when it cannot be read; the report then knows why.
    ///
    /// @param account ours
    /// @param statementDay for entries that have no day of their own
    /// @param unsaid how certain an entry without a status is
    @Nullable
    StatementLine line(String account, @Nullable LocalDate statementDay, Booking unsaid, Report report)
            throws UnreadableFile {
        var side = direction(direction);
        if (side == null) {
            return problem(report, direction, "This entry says neither CRDT nor DBIT");
        }
        var value = Amount.plain(amount, currency);
        if (value.fault() != null) {
            return problem(report, amount, value.fault());
        }
        var booked = Days.iso(bookedOn);
        if (booked == null && !bookedOn.isEmpty()) {
            return problem(report, bookedOn, "The booking day is not a day of the calendar");
        }
        var valued = Days.iso(valueOn);
        if (valued == null && !valueOn.isEmpty()) {
            return problem(report, valueOn, "The value day is not a day of the calendar");
        }
        var day = booked != null ? booked : valued != null ? valued : statementDay;
        if (day == null) {
            return problem(report, null, "This entry has no day, and neither has its statement");
        }
        return line(account, side, value.value(), day, valued, booking(unsaid));
    }

    private StatementLine line(
            String account,
            Direction side,
            BigDecimal value,
            LocalDate day,
            @Nullable LocalDate valued,
            Booking booking) {
        // In a reversal the parties keep the places that they had in what is being reversed.
        var payer = (side == Direction.CREDIT) != reversal ? CamtDetail.Side.DEBTOR : CamtDetail.Side.CREDITOR;
        var only = details.size() == 1 ? details.getFirst() : null;
        var all = new ArrayList<String>();
        if (only != null) {
            all.addAll(only.texts());
        }
        all.addAll(texts);
        all.removeIf(String::isEmpty);
        boolean undoes = reversal || CamtReturns.isReturn(code);
        var ours = !bankReference.isEmpty() ? bankReference : only != null ? only.bankReference() : "";
        return new StatementLine(
                line,
                account,
                currency,
                day,
                valued,
                side,
                value,
                booking,
                reversal,
                code,
                ours.isEmpty() ? reference : ours,
                only == null ? "" : only.name(payer),
                only == null ? "" : only.account(payer),
                only == null ? "" : only.reference(),
                all,
                details.size() < 2
                        ? List.of()
                        : details.stream()
                                .map(detail -> detail.part(payer, side, currency, code, undoes))
                                .toList(),
                only != null
                        ? only.returned(code, side, undoes)
                        : undoes ? new Returned(CamtReturns.kind(code, side), "", "") : null);
    }

    private Booking booking(Booking unsaid) {
        return switch (status) {
            case "BOOK" -> Booking.BOOKED;
            case "PDNG", "FUTR" -> Booking.PENDING;
            case "" -> unsaid;
            default -> Booking.INFORMATION;
        };
    }

    private @Nullable StatementLine problem(Report report, @Nullable String value, String what) throws UnreadableFile {
        report.problem(line, column, value, what + "; ask the bank for a new copy of the file.");
        return null;
    }
}
