package localgov.ims.rig.bench;

/// Memory of the importing process, whatever the length of the file: its peak for five million lines,
/// and that against the peak for a hundred thousand, each in a process of its own.
final class MemoryBench {
    private static final int HEAP_MEGABYTES = 224;

    String run() {
        long small = peak(100_000);
        long large = peak(5_000_000);
        return "heap_mib_5m=%d heap_growth=%.2f".formatted(large, (double) large / small);
    }

    private static long peak(long lines) {
        try (var site = new ImportSite(HEAP_MEGABYTES)) {
            site.bringIn(site.another(lines));
            long peak = Cost.peakMemory(site.ims.process());
            System.out.printf("%,d lines: peak %d MiB%n", lines, peak);
            return peak;
        }
    }
}
