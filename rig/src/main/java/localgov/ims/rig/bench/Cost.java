package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import localgov.ims.rig.RunningIms;

/// What a piece of work cost: seconds on the wall and seconds of processor time of those who took part.
///
/// @param wall seconds
/// @param cpu seconds, user and system
/// @param others the share of the machine that went to work which takes no part, or to other machines beside it: 0 to 1
public record Cost(double wall, double cpu, double others) {
    private static final double TICKS_A_SECOND = 100.0;

    /// A server process that ends is counted when its parent has gathered its time, which is a moment later.
    private static final Duration GATHERING = Duration.ofMillis(700);

    /// With more than this share of the machine gone elsewhere, a round says nothing.
    private static final double TOO_MUCH = 0.25;

    private static final int TRIES = 8;

    /// What takes the machine is often gone a while later.
    private static final Duration WAITING = Duration.ofSeconds(30);

    /// Somebody who takes part in the work: shows the seconds of processor time used so far.
    interface Meter {
        double seconds();

        /// One process and nothing of its children.
        static Meter process(ProcessHandle process) {
            return () -> ticks(process.pid(), 11, 13);
        }

        /// PostgreSQL: the postmaster, its living children and those that have ended.
        static Meter server(ProcessHandle postmaster) {
            return () -> ticks(postmaster.pid(), 11, 15)
                    + postmaster
                            .descendants()
                            .mapToDouble(child -> ticks(child.pid(), 11, 13))
                            .sum();
        }

        /// All programs that this process has started and that have ended: psql, pgbench, wrk.
        static Meter tools() {
            return () -> ticks(ProcessHandle.current().pid(), 13, 15);
        }

        /// Fields of a process's stat, counted after its name: 11 user, 12 system, and 13, 14 the same of ended
        /// children.
        private static double ticks(long pid, int from, int to) {
            try {
                var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                return Arrays.stream(fields, from, to)
                                .mapToLong(Long::parseLong)
                                .sum()
                        / TICKS_A_SECOND;
            } catch (IOException gone) {
                return 0;
            }
        }
    }

    /// Does the work and says what it cost.
    static Cost of(Runnable work, Meter... meters) {
        double before = total(meters);
        double busyBefore = busy();
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e9;
        double busy = busy() - busyBefore;
        RunningIms.pause(GATHERING);
        double cpu = total(meters) - before;
        double whole = wall * Runtime.getRuntime().availableProcessors();
        return new Cost(wall, cpu, Math.max(0, busy - cpu) / whole);
    }

    /// A round that counts. While other work takes the machine it is done again, a while later; in the
    /// end the bench gives up rather than give a figure that says nothing.
    static <R> R quiet(Supplier<R> round, Function<R, Cost> cost) {
        for (int tried = 1; tried <= TRIES; tried++) {
            var done = round.get();
            if (cost.apply(done).others() <= TOO_MUCH) {
                return done;
            }
            System.out.printf(
                    "Not counted: %.0f %% of the machine went to other work%n",
                    cost.apply(done).others() * 100);
            RunningIms.pause(WAITING);
        }
        throw new IllegalStateException("Other work takes the machine. Please run this bench again when it is quiet.");
    }

    /// Seconds of processor time that the whole machine has spent since it started, also on what the host took from it.
    private static double busy() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            var fields = lines.findFirst().orElseThrow().trim().split(" +");
            return Stream.of(1, 2, 3, 6, 7, 8)
                            .mapToLong(field -> Long.parseLong(fields[field]))
                            .sum()
                    / TICKS_A_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double total(Meter... meters) {
        return Stream.of(meters).mapToDouble(Meter::seconds).sum();
    }

    static Cost best(List<Cost> rounds) {
        return rounds.stream().min(Comparator.comparingDouble(Cost::wall)).orElseThrow();
    }

    /// The least processor time of all rounds, which other work on the machine changes less than the wall.
    static double leastCpu(List<Cost> rounds) {
        return rounds.stream().mapToDouble(Cost::cpu).min().orElseThrow();
    }

    @Override
    public String toString() {
        return "%.2f s wall, %.2f s processor, %.0f %% elsewhere".formatted(wall, cpu, others * 100);
    }

    /// Peak resident memory of a process so far, in MiB.
    static long peakMemory(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How busy the machine was during the last minute.
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
