package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.rig.RunningIms;

/// What a piece of work cost: seconds on the wall and seconds of processor time of those who took part.
///
/// @param wall seconds
/// @param cpu seconds, user and system
public record Cost(double wall, double cpu) {
    private static final double TICKS_A_SECOND = 100.0;

    /// A server process that ends is counted when its parent has gathered its time, which is a moment later.
    private static final Duration GATHERING = Duration.ofMillis(700);

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
        double cpuBefore = total(meters);
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e9;
        RunningIms.pause(GATHERING);
        return new Cost(wall, total(meters) - cpuBefore);
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
        return "%.2f s wall, %.2f s processor".formatted(wall, cpu);
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
