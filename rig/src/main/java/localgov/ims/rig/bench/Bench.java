package localgov.ims.rig.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// `bin/bench NAME`: runs a bench and ends with one line `NAME key=value …`.
public final class Bench {
    private static final Map<String, Runnable> BENCHES = new LinkedHashMap<>();

    static {
        BENCHES.put("import", new ImportBench());
        BENCHES.put("memory", new MemoryBench());
    }

    private Bench() {}

    public static void main(String[] arguments) {
        var bench = arguments.length == 0 ? null : BENCHES.get(arguments[0]);
        if (bench == null) {
            BENCHES.keySet().forEach(System.out::println);
            return;
        }
        bench.run();
    }
}
