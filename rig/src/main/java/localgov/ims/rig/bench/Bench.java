package localgov.ims.rig.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// `bin/bench NAME`: runs a bench and ends with one line `NAME key=value …`.
public final class Bench {
    /// Each gives its `key=value …` when it is done.
    private static final Map<String, Supplier<String>> BENCHES = new LinkedHashMap<>();

    static {
        BENCHES.put("checkout", () -> new CheckoutBench().run());
        BENCHES.put("import", () -> new ImportBench().run());
        BENCHES.put("memory", () -> new MemoryBench().run());
        BENCHES.put("posting", () -> new PostingBench().run());
        BENCHES.put("rules", () -> new RulesBench().run());
        BENCHES.put("search", () -> new SearchBench().run());
    }

    private Bench() {}

    public static void main(String[] arguments) {
        var bench = arguments.length == 0 ? null : BENCHES.get(arguments[0]);
        if (bench == null) {
            BENCHES.keySet().forEach(System.out::println);
            return;
        }
        System.out.println(arguments[0] + " " + bench.get());
    }
}
