package localgov.ims.rig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.camt.Camt053Writer;
import localgov.ims.formats.standard18.Standard18Writer;

/// The bank files of one day in the demonstration, never the same twice.
final class DemoFiles {
    private static final String OUR_ACCOUNT = "56005512345678";
    /// Another account, at another bank, whose statements come in another format.
    private static final String OTHER_ACCOUNT = "20201555555555";

    private static final int USUAL_PAYERS = 40;

    private final LocalDate day;
    private final List<String> usualReferences;
    private final SplittableRandom random;

    /// @param usualReferences accounts that people pay every month
    DemoFiles(LocalDate day, List<String> usualReferences, SplittableRandom random) {
        this.day = day;
        this.usualReferences = usualReferences;
        this.random = random;
    }

    /// What people wrote, from the plainest to what nobody can place.
    byte[] standard18() {
        var lines = new ArrayList<StatementLine>();
        for (int i = 0; i < USUAL_PAYERS && !usualReferences.isEmpty(); i++) {
            var reference = usualReferences.get(random.nextInt(usualReferences.size()));
            lines.add(line(
                    "99", "STANDING ORDER", reference.substring(0, Math.min(18, reference.length())), "", anything()));
        }
        lines.add(line("99", "CY PAYS", "774952620", "", 120_00));
        lines.add(line("99", "CY PAYS", "CTAX 774 952 620", "", anything()));
        lines.add(line("99", "CY PAYS", "", "RENT 61100513680", 98_40));
        lines.add(line("99", "A FINANCE", "PCN BJ99518409", "", 35_00));
        lines.add(line("99", "ALDERBROOK BAKERY", "REF 561234564", "", anything()));
        lines.add(line("99", "CY PAYS", "774952260", "", 120_00));
        lines.add(line("99", "CY PAYS", "774952620", "AND 61100513680", 218_40));
        lines.add(line("99", "E GRIFFITHS", "THANK YOU", "", anything()));
        var bytes = new ByteArrayOutputStream();
        var heading = new Standard18Writer.Heading(
                "%06d".formatted(random.nextInt(1_000_000)),
                "ALDER",
                random.nextInt(10_000),
                day,
                day,
                "560055",
                "ALDERMERE COUNCIL");
        try (var writer = new Standard18Writer(bytes, heading)) {
            for (var line : lines) {
                writer.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] camt053() {
        var code = "PMNT-RCDT-ESCT";
        var lines = List.of(
                line(code, "Mere View Football Club", "INVOICE 9000012345", "", 360_00),
                line(code, "Cy Pays", "", "Care for my mother, M1234567890, thank you", 75_00),
                line(code, "Alderbrook Bakery Ltd", "NOTPROVIDED", "Business rates 56 123 456 4", anything()),
                line(code, "H Singh", "", "For the stall", anything()));
        var opening = BigDecimal.valueOf(random.nextInt(100_000_000), 2);
        var closing = lines.stream().map(StatementLine::amount).reduce(opening, BigDecimal::add);
        var bytes = new ByteArrayOutputStream();
        try (var writer = new Camt053Writer(bytes, "ALDER-" + random.nextInt(1_000_000_000), day.atTime(18, 0))) {
            var head = new StatementHead(
                    OTHER_ACCOUNT,
                    "GBP",
                    "%d".formatted(random.nextInt(1_000_000)),
                    day,
                    new Balance("OPBD", opening, day));
            writer.statement(head, new Balance("CLBD", closing, day));
            for (var line : lines) {
                writer.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private StatementLine line(String code, String payer, String reference, String text, long pence) {
        var account = "20%04d%08d".formatted(random.nextInt(10_000), random.nextInt(100_000_000));
        return new StatementLine(
                1,
                OUR_ACCOUNT,
                "GBP",
                day,
                null,
                Direction.CREDIT,
                BigDecimal.valueOf(pence, 2),
                Booking.BOOKED,
                false,
                code,
                "",
                payer,
                account,
                reference,
                text.isEmpty() ? List.of() : List.of(text),
                List.of(),
                null);
    }

    private long anything() {
        return 1_000 + random.nextInt(25_000);
    }
}
