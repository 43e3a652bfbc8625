package localgov.ims.rig.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.receipts.Accepted;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;

/// A payment at a time, durably: through the application's one door and over HTTP, against pgbench sending the same
/// statement to the same server. All ways in ten short interleaved rounds, with 4 and with 16 clients.
final class PostingBench {
    private static final CouncilId COUNCIL = new CouncilId("demo");
    private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
    private static final int ROUNDS = 10;

    /// Rounds that are not counted, in which the application comes to the speed that it has for the rest of its life.
    private static final int WARMING = 24;
    private static final List<Integer> CLIENTS = List.of(4, 16);
    private static final List<String> FUNDS = List.of("23", "24", "5", "11");

    /// Payments in a round and what they cost. How many a second is what the program says that sent them.
    private record Round(double payments, double aSecond, Cost cost) {
        /// Millionths of a second of processor time for each payment.
        double cpu() {
            return cost.cpu() / payments * 1e6;
        }
    }

    /// One of the ways to post, with its rounds so far.
    private record Way(String name, Turn turn, List<Round> rounds) {
        interface Turn {
            Round of(int clients);
        }

        Way(String name, Turn turn) {
            this(name, turn, new ArrayList<>());
        }

        void go(int clients) {
            var round = Cost.quiet(() -> turn.of(clients), Round::cost);
            rounds.add(round);
            System.out.printf(
                    "%2d clients  %-22s %6.0f a second, %5.0f µs of processor each; %s; load %s%n",
                    clients, name, round.aSecond(), round.cpu(), round.cost(), Cost.load());
        }

        double fastest() {
            return rounds.stream().mapToDouble(Round::aSecond).max().orElseThrow();
        }

        double cheapest() {
            return rounds.stream().mapToDouble(Round::cpu).min().orElseThrow();
        }
    }

    String run() {
        try (var site = new Inside(true)) {
            var script = Tool.script("posting.pgbench", site.folder);
            var lua = Tool.script("payments.lua", site.folder);
            for (int round = 0; round < WARMING; round++) {
                accepted(site, 16, true);
                wrk(site, lua, 16);
            }
            double posting = 0;
            double http = Double.MAX_VALUE;
            double hot = Double.MAX_VALUE;
            for (int clients : CLIENTS) {
                var inside = new Way("accept, spread", many -> accepted(site, many, true));
                var onOne = new Way("accept, one fund and day", many -> accepted(site, many, false));
                var raw = new Way("pgbench", many -> pgbench(site, script, many));
                var web = new Way("HTTP", many -> wrk(site, lua, many));
                for (int round = 0; round < ROUNDS; round++) {
                    List.of(inside, raw, onOne, web).forEach(way -> way.go(clients));
                }
                posting = Math.max(posting, inside.cheapest() / raw.cheapest());
                hot = Math.min(hot, onOne.fastest() / inside.fastest());
                http = Math.min(http, web.fastest() / raw.fastest());
            }
            return "posting_ratio=%.2f http_ratio=%.2f hot_ratio=%.2f".formatted(posting, http, hot);
        }
    }

    private static Round pgbench(Inside site, Path script, int clients) {
        var said = new String[1];
        var cost = Cost.of(
                () -> said[0] = site.psql(COUNCIL.value()).pgbench(script, clients, SECONDS),
                Cost.Meter.tools(),
                site.server());
        return new Round(
                Tool.number(said[0], "actually processed: (\\d+)"), Tool.number(said[0], "tps = ([0-9.]+)"), cost);
    }

    /// Every request has its own key and must be answered as a payment that is new.
    private static Round wrk(Inside site, Path script, int clients) {
        var said = new String[1];
        var cost = Cost.of(
                () -> said[0] = Tool.run(
                        Map.of(),
                        List.of(
                                "wrk",
                                "-t2",
                                "-c" + clients,
                                "-d" + SECONDS,
                                "--timeout",
                                "20",
                                "-s",
                                script.toString(),
                                "http://127.0.0.1:%d/api/v1/payments".formatted(site.port),
                                "--",
                                UUID.randomUUID().toString())),
                Cost.Meter.process(ProcessHandle.current()),
                Cost.Meter.tools(),
                site.server());
        if (said[0].contains("Non-2xx") || said[0].contains("Socket errors")) {
            throw new IllegalStateException("Not every payment was taken: " + said[0]);
        }
        return new Round(
                Tool.number(said[0], "(\\d+) requests in"), Tool.number(said[0], "Requests/sec: +([0-9.]+)"), cost);
    }

    private static Round accepted(Inside site, int clients, boolean spread) {
        var receipts = site.door(Receipts.class);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        Callable<Long> client = () -> CurrentCouncil.within(COUNCIL, () -> {
            long payments = 0;
            while (System.nanoTime() < until) {
                accept(receipts, spread);
                payments++;
            }
            return payments;
        });
        var payments = new long[1];
        var cost = Cost.of(
                () -> payments[0] = together(client, clients),
                Cost.Meter.process(ProcessHandle.current()),
                site.server());
        return new Round(payments[0], payments[0] / cost.wall(), cost);
    }

    private static long together(Callable<Long> client, int clients) {
        try (var callers = Executors.newFixedThreadPool(clients)) {
            return callers.invokeAll(Collections.nCopies(clients, client)).stream()
                    .mapToLong(Future::resultNow)
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void accept(Receipts receipts, boolean spread) {
        var random = ThreadLocalRandom.current();
        var fund = FUNDS.get(spread ? random.nextInt(FUNDS.size()) : 0);
        int account = random.nextInt(300_000);
        var arrival = new Arrival(
                new Source("bench", "accept " + random.nextLong(Long.MAX_VALUE)),
                AccountName.clearing("card"),
                today().minusDays(spread ? random.nextInt(28) : 0),
                "card",
                "WEB",
                "api",
                "Cy Pays " + account,
                List.of(Arrival.Line.of(
                        fund, "77" + account, Money.pence(1_000 + random.nextInt(24_000)), "Council tax")));
        if (!(receipts.accept(arrival) instanceof Accepted.New)) {
            throw new IllegalStateException("New money was not new");
        }
    }

    private static LocalDate today() {
        return London.dayOf(Instant.now());
    }
}
