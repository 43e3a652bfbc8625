package localgov.ims.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import localgov.ims.accounts.Account;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.expected.DemoExpected;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.standard18.Standard18Writer;
import localgov.ims.imports.DemoArrivals;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Received;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.springframework.stereotype.Component;

/// The month before the demonstration begins: a bank's file and some card payments for each working
/// day, through the same doors that real money takes.
@Component
class DemoHistory {
    private static final int DAYS = 30;

    /// Which file from the end came late.
    private static final int LATE = 5;

    private static final Duration BEFORE = Duration.ofMinutes(-148);
    private static final Duration AFTER = Duration.ofMinutes(130);
    private static final String OUR_ACCOUNT = "56005512345678";
    private static final DateTimeFormatter IN_FILE_NAME = DateTimeFormatter.ofPattern("ddMMyy");
    private static final String[] SAYS_NOTHING = {
        "THANK YOU", "PAYMENT", "FROM MUM AND DAD", "ACCOUNT", "NOV RENT FLAT 2", "INV"
    };

    private final DemoAccounts accounts;
    private final Imports imports;
    private final DemoArrivals arrivals;
    private final DemoExpected expected;
    private final Receipts receipts;
    private final InstantSource clock;

    DemoHistory(
            DemoAccounts accounts,
            Imports imports,
            DemoArrivals arrivals,
            DemoExpected expected,
            Receipts receipts,
            InstantSource clock) {
        this.accounts = accounts;
        this.imports = imports;
        this.arrivals = arrivals;
        this.expected = expected;
        this.receipts = receipts;
        this.clock = clock;
    }

    /// Plays the month, once: a council that has had a file has a history of its own. Whether it was played now.
    boolean play(int holdersInEachFund) {
        if (!imports.list(null, 1).isEmpty()) {
            return false;
        }
        var holders = accounts.all(holdersInEachFund)
                .filter(holder -> !holder.stopped())
                .toList();
        var today = London.dayOf(clock.instant());
        var days = LongStream.rangeClosed(1, DAYS)
                .mapToObj(ago -> today.minusDays(DAYS + 1 - ago))
                .filter(expected::worksOn)
                .toList();
        expected.from(days.getFirst());
        var late = days.get(days.size() - LATE);
        days.forEach(day -> play(day, holders, day.equals(late) ? AFTER : BEFORE));
        return true;
    }

    /// @param late how long after its time the bank's file came
    private void play(LocalDate day, List<Account> holders, Duration late) {
        var random = new SplittableRandom(day.toEpochDay());
        bankFile(day, holders, random, late);
        for (int i = 1; i <= 12 + random.nextInt(14); i++) {
            card(day, i, holders.get(random.nextInt(holders.size())), random);
        }
    }

    private void card(LocalDate day, int number, Account holder, SplittableRandom random) {
        receipts.accept(new Arrival(
                new Source("demo", "card-%s-%d".formatted(day, number)),
                AccountName.clearing("card"),
                day,
                "card",
                "S",
                "online",
                holder.name(),
                List.of(Arrival.Line.of(holder.fund(), holder.number(), amount(random), null))));
    }

    private void bankFile(LocalDate day, List<Account> holders, SplittableRandom random, Duration late) {
        var name = "Y01A.CARS.#D.ALDER.D" + day.format(IN_FILE_NAME);
        try (var in = new ByteArrayInputStream(file(day, holders, random))) {
            if (imports.receive(in, name, null, "system") instanceof Received.New(var id)) {
                imports.run(id);
                var came = expected.due(day).plus(late);
                var now = clock.instant();
                arrivals.came(id, came.isBefore(now) ? came : now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] file(LocalDate day, List<Account> holders, SplittableRandom random) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var heading = new Standard18Writer.Heading(
                "%06d".formatted(day.toEpochDay()),
                "ALDER",
                (int) (day.toEpochDay() % 10_000),
                day,
                day,
                "560055",
                "ALDERMERE COUNCIL");
        try (var writer = new Standard18Writer(bytes, heading)) {
            for (var line : lines(day, holders, random)) {
                writer.write(line);
            }
        }
        return bytes.toByteArray();
    }

    private static List<StatementLine> lines(LocalDate day, List<Account> holders, SplittableRandom random) {
        List<StatementLine> lines = new ArrayList<>();
        int count = 60 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            var holder = holders.get(random.nextInt(holders.size()));
            lines.add(line(day, holder.name(), reference(holder.number(), random), random));
        }
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            var holder = holders.get(random.nextInt(holders.size()));
            lines.add(line(day, holder.name(), SAYS_NOTHING[random.nextInt(SAYS_NOTHING.length)], random));
        }
        return lines;
    }

    /// As people write it: mostly plain, sometimes in groups or with a word before it.
    private static String reference(String number, SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 ->
                number.length() > 8
                        ? number.substring(0, 2) + " " + number.substring(2, 5) + " " + number.substring(5)
                        : number;
            case 1 -> number.length() < 15 ? "REF " + number : number;
            default -> number;
        };
    }

    private static StatementLine line(LocalDate day, String payer, String reference, SplittableRandom random) {
        var ascii = payer.toUpperCase(Locale.ROOT).replaceAll("[^A-Z ]", "");
        var account = "20%04d%08d".formatted(random.nextInt(10_000), random.nextInt(100_000_000));
        return new StatementLine(
                1,
                OUR_ACCOUNT,
                "GBP",
                day,
                null,
                Direction.CREDIT,
                amount(random).inPounds(),
                Booking.BOOKED,
                false,
                "99",
                "",
                ascii.substring(0, Math.min(18, ascii.length())),
                account,
                reference,
                List.of(),
                List.of(),
                null);
    }

    private static Money amount(SplittableRandom random) {
        return random.nextInt(3) == 0
                ? Money.pence(12_000 + 500L * random.nextInt(30))
                : Money.pence(1_000 + random.nextInt(25_000));
    }
}
