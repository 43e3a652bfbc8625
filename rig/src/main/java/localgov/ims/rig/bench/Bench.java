package localgov.ims.rig.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// `bin/bench NAME [OPTION=VALUE …]`: runs a bench and ends with one line `NAME key=value …`.
public final class Bench {
    /// Each gives its `key=value …` when it is done.
    private static final Map<String, Function<List<String>, String>> BENCHES = new LinkedHashMap<>();

    static {
        BENCHES.put("checkout", _ -> new CheckoutBench().run());
        BENCHES.put("import", _ -> new ImportBench().run());
        BENCHES.put("memory", _ -> new MemoryBench().run());
        BENCHES.put("posting", _ -> new PostingBench().run());
        BENCHES.put("recognition", options -> new RecognitionBench(options).run());
        BENCHES.put("rules", _ -> new RulesBench().run());
        BENCHES.put("search", _ -> new SearchBench().run());
    }

    private Bench() {}

    public static void main(String[] arguments) {
        var bench = arguments.length == 0 ? null : BENCHES.get(arguments[0]);
        if (bench == null) {
            BENCHES.keySet().forEach(System.out::println);
            return;
        }
        System.out.println(arguments[0] + " " + bench.apply(List.of(arguments).subList(1, arguments.length)));
    }
}
