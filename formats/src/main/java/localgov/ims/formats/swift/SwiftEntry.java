package localgov.ims.formats.swift;

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
import org.jspecify.annotations.Nullable;

/// One `:61:` of an MT940 or MT942 with the text that follows it: value day, entry day, mark, amount, type,
/// references.
final class SwiftEntry {

    /// More text than this belongs to no entry.
    private static final int MOST_LINES = 500;
    private static final int MOST_CHARACTERS = 1024 * 1024;
    /// An amount that has not come by then was not wrapped.
    private static final int LONGEST_FIELD = 128;

    private static final String NO_REFERENCE = "NONREF";

    private final long line;
    private String field;
    private final List<String> supplement = new ArrayList<>();
    private final List<String> information = new ArrayList<>();
    private boolean inInformation;
    private int characters;

    SwiftEntry(long line, String field) {
        this.line = line;
        this.field = field;
    }

    /// An `:86:` begins.
    void inform(String text) throws UnreadableFile {
        inInformation = true;
        more(text);
    }

    /// A further line of the current field.
    void more(String text) throws UnreadableFile {
        if (supplement.size() + information.size() >= MOST_LINES) {
            throw new UnreadableFile(new Problem(
                    line, 1, null, "More than 500 lines of text follow this entry, so this is not a bank file."));
        }
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableFile(new Problem(
                    line, 1, null, "More than a million characters follow this entry, so this is not a bank file."));
        }
        if (inInformation) {
            information.add(text);
        } else if (supplement.isEmpty() && amountIsMissing()) {
            field = field + text;
        } else {
            supplement.add(text);
        }
    }

    private boolean amountIsMissing() {
        return field.length() < LONGEST_FIELD && field.chars().skip(10).noneMatch(c -> c >= '0' && c <= '9');
    }

    /// The entry as a line, or null when it cannot be read; the report then knows why.
    @Nullable
    StatementLine line(String account, String currency, Report report) throws UnreadableFile {
        int at = Math.min(6, field.length());
        var valued = Days.yymmdd(field.substring(0, at));
        if (valued == null) {
            return problem(report, 0, field.substring(0, at), "The value day is not a day of the calendar");
        }
        var entryDay = field.substring(at, digitsEnd(at, 4));
        var booked = entryDay.isEmpty() || entryDay.equals("0000") ? valued : Days.mmddNear(entryDay, valued);
        if (booked == null) {
            return problem(report, at, entryDay, "The entry day is not a day of the calendar");
        }
        at += entryDay.length();
        while (at < field.length() && field.charAt(at) == ' ') {
            at++;
        }
        var mark = mark(at);
        if (mark == null) {
            var value = field.substring(at, Math.min(at + 2, field.length()));
            return problem(report, at, value, "This entry says neither credit (C) nor debit (D)");
        }
        at += mark.length();
        if (at < field.length() && Character.isLetter(field.charAt(at))) {
            at++;
        }
        int end = amountEnd(at);
        var amount = Amount.of(field.substring(at, end), currency);
        if (amount.fault() != null) {
            return problem(report, at, field.substring(at, end), amount.fault());
        }
        return line(account, currency, booked, valued, mark, amount.value(), field.substring(end));
    }

    private StatementLine line(
            String account,
            String currency,
            LocalDate booked,
            LocalDate valued,
            String mark,
            BigDecimal amount,
            String rest) {
        var type = rest.equals(NO_REFERENCE) ? "" : rest.substring(0, Math.min(4, rest.length()));
        var references = rest.substring(type.length());
        int slashes = references.indexOf("//");
        var own = slashes >= 0 ? references.substring(0, slashes) : first16(references);
        var bank = slashes >= 0 ? references.substring(slashes + 2) : "";
        var beyond = slashes >= 0 ? "" : references.substring(own.length());
        var details = SwiftInformation.of(information);
        var texts = new ArrayList<String>();
        for (var text : supplement) {
            texts.add(text.strip());
        }
        texts.add(beyond.strip());
        texts.addAll(details.texts());
        var stated = referenceOf(own);
        var reference = details.reference().isEmpty() ? stated : details.reference();
        if (!stated.equals(reference)) {
            texts.add(stated);
        }
        texts.removeIf(String::isEmpty);
        boolean credit = mark.equals("C") || mark.equals("RD") || mark.equals("EC");
        return new StatementLine(
                line,
                account,
                currency,
                booked,
                valued,
                credit ? Direction.CREDIT : Direction.DEBIT,
                amount,
                mark.startsWith("E") ? Booking.PENDING : Booking.BOOKED,
                mark.startsWith("R"),
                type.strip(),
                referenceOf(bank),
                details.name(),
                details.account(),
                reference,
                texts,
                List.of(),
                returned(
                        mark,
                        type.strip(),
                        credit ? Direction.CREDIT : Direction.DEBIT,
                        reference,
                        details.returned()));
    }

    /// What the marks RC and RD, the type of a returned item, and a reason for the return say.
    private static @Nullable Returned returned(
            String mark, String type, Direction direction, String reference, String reason) {
        var kind = type.isEmpty() ? "" : type.substring(1);
        if (!mark.startsWith("R") && !kind.equals("RTI") && reason.isEmpty()) {
            return null;
        }
        return new Returned(
                switch (kind) {
                    case "DDT" -> Returned.directDebit(direction);
                    case "CHK" -> Returned.Kind.CHEQUE;
                    default -> Returned.payment(direction);
                },
                reference,
                reason);
    }

    private static String first16(String references) {
        return references.substring(0, Math.min(16, references.length()));
    }

    /// `NONREF` says that there is none; `EREF`, `PREF`, `MARF`, `KREF+` that it stands in the text below.
    private static String referenceOf(String text) {
        return switch (text.strip()) {
            case NO_REFERENCE, "EREF", "PREF", "MARF", "KREF+", "KREF" -> "";
            default -> text.strip();
        };
    }

    /// C and D, their reversals RC and RD, and the expected EC and ED. A letter after it may be of the currency.
    private @Nullable String mark(int at) {
        for (var mark : List.of("RC", "RD", "EC", "ED", "C", "D")) {
            if (field.regionMatches(true, at, mark, 0, mark.length())) {
                return mark;
            }
        }
        return null;
    }

    private int digitsEnd(int from, int most) {
        int at = from;
        while (at < field.length() && at < from + most && field.charAt(at) >= '0' && field.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private int amountEnd(int from) {
        int at = from;
        while (at < field.length() && "0123456789.,-".indexOf(field.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /// @param at the position in the field; five columns stand before it
    private @Nullable StatementLine problem(Report report, int at, String value, String what) throws UnreadableFile {
        report.problem(line, at + 5, value, what + "; ask the bank for a new copy of the file.");
        return null;
    }
}
