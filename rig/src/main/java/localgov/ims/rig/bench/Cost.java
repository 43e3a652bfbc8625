package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a piece of work cost: seconds on the wall and seconds of processor time of the processes that took part.
///
/// @param wall seconds
/// @param cpu seconds, user and system, of the named processes and all of PostgreSQL
public record Cost(double wall, double cpu) {
    private static final double TICKS_A_SECOND = 100.0;

    /// Does the work and says what it cost, counting these processes and every server process of PostgreSQL.
    public static Cost of(List<ProcessHandle> processes, Runnable work) {
        double cpuBefore = cpu(processes);
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e9;
        return new Cost(wall, cpu(processes) - cpuBefore);
    }

    public static Cost best(List<Cost> rounds) {
        return rounds.stream().min((a, b) -> Double.compare(a.wall(), b.wall())).orElseThrow();
    }

    public Cost plusCpu(double more) {
        return new Cost(wall, cpu + more);
    }

    @Override
    public String toString() {
        return "%.2f s wall, %.2f s processor".formatted(wall, cpu);
    }

    /// Dead children of the server count too, because their parent has gathered their time.
    public static double cpu(List<ProcessHandle> processes) {
        return Stream.concat(processes.stream().map(ProcessHandle::pid), servers()).distinct().mapToDouble(Cost::seconds).sum();
    }

    /// Peak resident memory of a process so far, in MiB.
    public static long peakMemory(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Long> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(ProcessHandle::pid);
    }

    /// User and system time of a process and of its children that have ended (fields 14 to 17 of its stat).
    private static double seconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
