package localgov.ims.formats.standard18;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementLine;

/// Writes a file of Standard 18 shape as a bank would send it, entry by entry, with one section and the
/// right totals in its trailer. What does not fit the layout is refused with an
/// [IllegalArgumentException] and never cut.
public final class Standard18Writer implements AutoCloseable {

    /// What the labels of a file say.
    ///
    /// @param serial up to six characters, of the volume
    /// @param file up to nine characters, the file's identifier
    /// @param sequence up to 9999, of the files with this identifier
    /// @param createdOn the day on which the file was made
    /// @param processedOn the day that the entries are for
    /// @param sortCode six digits, of the branch that holds the accounts
    /// @param customer up to 26 characters
    public record Heading(
            String serial,
            String file,
            int sequence,
            LocalDate createdOn,
            LocalDate processedOn,
            String sortCode,
            String customer) {}

    private static final int WIDTH = 128;

    private final OutputStream out;
    private final byte[] row = new byte[WIDTH + 2];
    private long debits;
    private long credits;
    private long debitCount;
    private long creditCount;
    private boolean closed;

    /// Writes the labels at once. The writer buffers nothing: give it a buffered stream.
    public Standard18Writer(OutputStream out, Heading heading) throws IOException {
        this.out = out;
        row[WIDTH] = '\r';
        row[WIDTH + 1] = '\n';
        clear("VOL1");
        text(4, 10, heading.serial());
        text(37, 47, "****830000");
        text(79, 80, "3");
        out.write(row);
        clear("HDR1");
        text(4, 13, heading.file());
        digits(13, 17, heading.sequence());
        text(39, 40, "F");
        text(44, 46, "01");
        day(47, heading.createdOn());
        day(66, heading.createdOn());
        text(72, 73, "0");
        out.write(row);
        clear("UHL1");
        day(4, heading.processedOn());
        text(10, 16, heading.sortCode());
        text(20, 28, "00000000");
        text(37, 40, "000");
        text(54, 80, heading.customer());
        out.write(row);
    }

    /// Writes one entry. The account is fourteen digits; the code is one that the format knows and agrees with the
    /// direction; the amount has at most two decimals; names and references have at most 18 characters, and
    /// at most one other text is given.
    public void write(StatementLine line) throws IOException {
        var code = line.code().length() == 2
                ? Standard18Code.of(line.code().charAt(0), line.code().charAt(1))
                : null;
        if (code == null || code.direction() != line.direction()) {
            throw new IllegalArgumentException("The code " + line.code() + " is not one of a " + line.direction());
        }
        if (line.texts().size() > 1 || !line.parts().isEmpty() || line.booking() != Booking.BOOKED) {
            throw new IllegalArgumentException("A record holds one booked payment and at most one other text");
        }
        clear("");
        account(0, line.account());
        row[14] = '0';
        text(15, 17, line.code());
        if (line.payerAccount().isEmpty()) {
            Arrays.fill(row, 17, 31, (byte) '0');
        } else {
            account(17, line.payerAccount());
        }
        text(31, 35, line.bankReference().isEmpty() ? "0000" : line.bankReference());
        long pence = line.amount().movePointRight(2).longValueExact();
        digits(35, 46, pence);
        text(46, 64, line.payerName());
        text(64, 82, line.payerReference());
        text(82, 100, line.texts().isEmpty() ? "" : line.texts().getFirst());
        day(100, line.bookedOn());
        out.write(row);
        count(line.direction(), pence);
    }

    private void count(Direction direction, long pence) {
        if (direction == Direction.CREDIT) {
            credits += pence;
            creditCount++;
        } else {
            debits += pence;
            debitCount++;
        }
    }

    /// Writes the trailer and closes the stream.
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            clear("UTL1");
            digits(4, 17, debits);
            digits(17, 30, credits);
            digits(30, 37, debitCount);
            digits(37, 44, creditCount);
            digits(44, 51, 0);
            out.write(row);
        }
    }

    private void clear(String label) {
        Arrays.fill(row, 0, WIDTH, (byte) ' ');
        text(0, 4, label);
    }

    private void account(int from, String digits) {
        if (digits.length() != 14 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("A sort code and an account number are fourteen digits");
        }
        text(from, from + 14, digits);
    }

    private void text(int from, int to, String text) {
        if (text.length() > to - from) {
            throw new IllegalArgumentException("Columns " + (from + 1) + " to " + to + " hold " + (to - from)
                    + " characters, not " + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > 0xFF) {
                throw new IllegalArgumentException("A character cannot be written in Latin-1");
            }
        }
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, row, from, bytes.length);
    }

    private void digits(int from, int to, long number) {
        long left = number;
        for (int i = to - 1; i >= from; i--) {
            row[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        if (left != 0 || number < 0) {
            throw new IllegalArgumentException(
                    "Columns " + (from + 1) + " to " + to + " cannot hold the number " + number);
        }
    }

    private void day(int from, LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2099) {
            throw new IllegalArgumentException("The format writes two digits of the year, from 2000 to 2099");
        }
        digits(from + 1, from + 6, day.getYear() % 100 * 1000L + day.getDayOfYear());
    }
}
