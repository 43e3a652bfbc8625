package localgov.ims.receipts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.standard18.Standard18Writer;

/// A bank's morning file, made line by line.
public final class BankFile {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 19);
    private static final String OURS = "12345612345678";

    private final List<StatementLine> lines = new ArrayList<>();
    private String serial = "000001";
    private String account = OURS;
    private String payersAccount = "20304012345678";

    private LocalDate day = DAY;

    public static BankFile ofDay() {
        return new BankFile();
    }

    /// Another label on the same lines.
    public BankFile numbered(String number) {
        serial = number;
        return this;
    }

    public BankFile ofAccount(String number) {
        account = number;
        return this;
    }

    /// All lines are of this day.
    public BankFile on(LocalDate when) {
        day = when;
        return this;
    }

    /// The account that all lines from here on were paid from.
    public BankFile paidFrom(String number) {
        payersAccount = number;
        return this;
    }

    public BankFile credit(long pence, String name, String reference) {
        return line(Direction.CREDIT, "93", pence, name, reference);
    }

    public BankFile debit(long pence, String name, String reference) {
        return line(Direction.DEBIT, "03", pence, name, reference);
    }

    private BankFile line(Direction direction, String code, long pence, String name, String reference) {
        lines.add(new StatementLine(
                lines.size() + 4,
                account,
                "",
                day,
                day,
                direction,
                BigDecimal.valueOf(pence, 2),
                Booking.BOOKED,
                false,
                code,
                "",
                name,
                payersAccount,
                reference,
                List.of(),
                List.of(),
                null));
        return this;
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var writer = new Standard18Writer(
                out, new Standard18Writer.Heading(serial, "A00000001", 1, day, day, "123456", "ALDERMERE COUNCIL"))) {
            for (var line : lines) {
                writer.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
