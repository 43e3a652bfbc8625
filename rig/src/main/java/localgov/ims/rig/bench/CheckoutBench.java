package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import localgov.ims.rig.BankFile;
import localgov.ims.rig.RunningIms;

/// Fifty payers at once go through the whole portal, again and again: the first page, what to pay, the bill, the
/// basket, to the provider, back, and the receipt. Each reads every page for one to three seconds, as somebody does
/// who knows what they want. What is timed is what the payer waits for: the server's time and the line's.
final class CheckoutBench {
    private static final int PAYERS = Integer.getInteger("bench.payers", 50);
    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));
    private static final int WARMING = 2_000;
    private static final int AT_ONCE = 4;
    private static final int ACCOUNTS = 20_000;
    private static final String FUND = "23";
    private static final String PROVIDER = "/sandbox/govuk-pay/";

    private final AtomicInteger accounts = new AtomicInteger();

    /// What the payers waited for, by page, and what it cost.
    private record Round(Map<String, List<Double>> waits, int journeys, Cost cost) {
        double worst(double share) {
            return waits.values().stream()
                    .mapToDouble(times -> percentile(times, share))
                    .max()
                    .orElseThrow();
        }
    }

    private static double percentile(List<Double> times, double share) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }

    String run() {
        var folder = folder();
        try (var ims =
                RunningIms.start(folder.resolve("data"), RunningIms.freePort(), Map.of("IMS_RIG_HEAP", "512m"))) {
            loadAccounts(ims);
            warm(ims);
            var round = Cost.quiet(() -> round(ims), Round::cost);
            round.waits()
                    .forEach((page, times) -> System.out.printf(
                            "%-14s p50 %6.1f ms  p99 %6.1f ms  most %6.1f ms%n",
                            page, percentile(times, 0.5), percentile(times, 0.99), Collections.max(times)));
            return "checkout_p99_ms=%.1f checkout_p50_ms=%.1f checkout_journeys=%d checkout_payers=%d checkout_cpu_ms=%.1f"
                    .formatted(
                            round.worst(0.99),
                            round.worst(0.5),
                            round.journeys(),
                            PAYERS,
                            round.cost().cpu() / round.journeys() * 1e3);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("checkout-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void loadAccounts(RunningIms ims) {
        var rows = new StringBuilder("fund,number,name\n");
        for (int i = 0; i < ACCOUNTS; i++) {
            rows.append("%s,%s,Holder %d%n".formatted(FUND, BankFile.councilTax(i), i));
        }
        var reply = ims.api().postCsv("/api/v1/accounts", rows.toString());
        if (reply.status() >= 300) {
            throw new IllegalStateException("The account holders were refused: " + reply.text());
        }
    }

    /// The system comes to the speed that it has for the rest of its life.
    private void warm(RunningIms ims) {
        atOnce(AT_ONCE, () -> {
            try (var payer = new PortalPayer(ims.address())) {
                for (int i = 0; i < WARMING / AT_ONCE; i++) {
                    journey(payer, Duration.ZERO);
                }
            }
            return List.of();
        });
    }

    private Round round(RunningIms ims) {
        var journeys = new ArrayList<Map<String, Double>>();
        var cost = Cost.of(
                () -> journeys.addAll(together(ims)),
                Cost.Meter.process(ims.process()),
                Cost.Meter.process(ProcessHandle.current()),
                Cost.Meter.server(ims.postmaster()));
        var waits = new LinkedHashMap<String, List<Double>>();
        journeys.forEach(journey -> journey.forEach((page, took) ->
                waits.computeIfAbsent(page, _ -> new ArrayList<>()).add(took)));
        return new Round(waits, journeys.size(), cost);
    }

    private List<Map<String, Double>> together(RunningIms ims) {
        long until = System.nanoTime() + LASTS.toNanos();
        Callable<List<Map<String, Double>>> payer = () -> {
            var journeys = new ArrayList<Map<String, Double>>();
            pause(Duration.ofSeconds(4));
            while (System.nanoTime() < until) {
                try (var browser = new PortalPayer(ims.address())) {
                    journeys.add(journey(browser, Duration.ofSeconds(2)));
                }
            }
            return journeys;
        };
        return atOnce(PAYERS, payer);
    }

    private static <T> List<T> atOnce(int payers, Callable<List<T>> payer) {
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<T>();
            for (var one : each.invokeAll(Collections.nCopies(payers, payer))) {
                all.addAll(one.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A payer could not pay", e.getCause());
        }
    }

    /// One payment, from the first page to the receipt; what each page took. The provider’s own pages are not ours.
    private Map<String, Double> journey(PortalPayer payer, Duration reading) {
        var took = new LinkedHashMap<String, Double>();
        var account = BankFile.councilTax(accounts.getAndIncrement() % ACCOUNTS);
        took.put("first page", payer.get("/").page().milliseconds());
        pause(reading);
        var chosen = payer.get("/pay?fund=" + FUND);
        var bill = payer.get(chosen.to("/pay/" + FUND)).page();
        took.put("bill", chosen.milliseconds() + bill.milliseconds());
        pause(reading);
        var sent = payer.send(bill, "/pay/" + FUND, Map.of("reference", account, "amount", "12.50"));
        var basket = payer.get(sent.to("/basket")).page();
        took.put("basket", sent.milliseconds() + basket.milliseconds());
        pause(reading);
        var going = payer.send(basket, "/basket/pay", Map.of());
        took.put("to pay", going.milliseconds());
        var back = paid(payer, going, reading);
        var returned = payer.get(back);
        var receipt = payer.get(returned.to("/payments/[^/]+")).page();
        took.put("receipt", returned.milliseconds() + receipt.milliseconds());
        if (!receipt.body().contains("12.50")) {
            throw new IllegalStateException("The receipt does not say what was paid");
        }
        pause(reading);
        return took;
    }

    private static java.net.URI paid(PortalPayer payer, PortalPayer.Answer going, Duration reading) {
        var page = payer.get(payer.get(going.to(PROVIDER + "secure/.+")).to(PROVIDER + "pay/.+"))
                .page();
        pause(reading);
        return payer.send(page, page.from().getPath(), Map.of("outcome", "success"))
                .to("/payments/[^/]+/return");
    }

    /// From half of it to half as long again.
    private static void pause(Duration about) {
        if (about.isPositive()) {
            RunningIms.pause(
                    about.dividedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(about.toMillis())));
        }
    }
}
