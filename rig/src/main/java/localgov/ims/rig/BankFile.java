package localgov.ims.rig;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.standard18.Standard18Writer;

/// Makes a bank's Standard 18 file of any length from a seed: mostly council tax with true check
/// digits, most of it from the bank account that always pays it, some parking fines, some money that
/// says nothing. The same seed gives the same bytes.
public final class BankFile {
    private static final String[] PAYERS = {
        "C PAYS", "A FINANCE", "B APPROVER", "D EVANS", "E GRIFFITHS", "F KOWALSKI", "G PATEL", "H SINGH"
    };
    private static final String OUR_ACCOUNT = "56005512345678";
    private static final int[] COUNCIL_TAX_WEIGHTS = {3, 7, 1, 3, 7, 1, 3, 7};

    private BankFile() {}

    /// What a file holds in all.
    public record Made(long lines, long pence) {}

    public static byte[] bytes(long seed, LocalDate day, int lines) {
        var bytes = new ByteArrayOutputStream();
        write(bytes, seed, day, lines, 300_000);
        return bytes.toByteArray();
    }

    public static Made write(Path file, long seed, LocalDate day, long lines, int accounts) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            return write(out, seed, day, lines, accounts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Made write(OutputStream out, long seed, LocalDate day, long lines, int accounts) {
        var random = new SplittableRandom(seed);
        var heading = new Standard18Writer.Heading(
                "%06d".formatted(seed % 1_000_000),
                "BENCH",
                (int) (seed % 10_000),
                day,
                day,
                "560055",
                "ALDERMERE COUNCIL");
        long pence = 0;
        try (var writer = new Standard18Writer(out, heading)) {
            for (long i = 0; i < lines; i++) {
                long amount = neverWholePounds(random);
                pence += amount;
                writer.write(entry(random, day, amount, accounts));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Made(lines, pence);
    }

    /// Whole pounds are what payers of other journeys pay: who pays what a file has paid is asked whether it is twice.
    private static long neverWholePounds(SplittableRandom random) {
        return 1_000 + 100L * random.nextInt(2_500) + 1 + random.nextInt(99);
    }

    private static StatementLine entry(SplittableRandom random, LocalDate day, long pence, int accounts) {
        int kind = random.nextInt(100);
        int account = kind < 88 ? random.nextInt(accounts) : 0;
        var reference =
                kind < 88 ? councilTax(account) : kind < 96 ? "BJ99518409" : "THANK YOU " + random.nextInt(1_000_000);
        var anybody = "20%04d%08d".formatted(random.nextInt(10_000), random.nextInt(100_000_000));
        var payer = kind < 88 && paysFromOneAccount(account) ? payer(account) : anybody;
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
                "99",
                "",
                PAYERS[random.nextInt(PAYERS.length)],
                payer,
                reference,
                List.of(),
                List.of(),
                null);
    }

    /// The bank account that pays the n-th council tax account as a rule.
    public static String payer(int number) {
        return "30%04d%08d".formatted(number % 10_000, 10_000_000 + number);
    }

    /// Six council tax payers in seven pay from one bank account, the others now from this one and now from that.
    public static boolean paysFromOneAccount(int number) {
        return number % 7 != 0;
    }

    /// The n-th council tax account of the benches: nine digits, the last a true check digit (weights 3-7-1,
    /// modulus 10).
    public static String councilTax(int number) {
        var digits = "77%06d".formatted(number % 1_000_000);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * COUNCIL_TAX_WEIGHTS[i];
        }
        return digits + (10 - sum % 10) % 10;
    }
}
