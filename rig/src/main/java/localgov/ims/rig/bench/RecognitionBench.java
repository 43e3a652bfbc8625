package localgov.ims.rig.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import localgov.ims.recognition.Evidence;
import localgov.ims.recognition.Recogniser;
import localgov.ims.recognition.Recognition;
import localgov.ims.recognition.benchmark.Borough;
import localgov.ims.recognition.benchmark.Figures;
import localgov.ims.recognition.benchmark.LabelledLine;
import localgov.ims.recognition.benchmark.Lines;
import localgov.ims.recognition.benchmark.Mistake;
import localgov.ims.recognition.benchmark.Written;

/// What recognition makes of a hundred thousand labelled bank lines: how many it places wrongly, how many it places at
/// all, how often the right account is suggested first, and what 500 rules cost against 3. In memory alone, in seconds.
///
/// Options: `lines=100000`, `seed=1`, `size=1000` (of the borough, in thousandths), `one-wrong=20` (lines of a thousand
/// with that mistake, for each [Mistake]), `write=FOLDER` (writes the lines, the truth and the accounts as CSV).
final class RecognitionBench {
    private static final int ROUNDS = 5;

    private int lines = 100_000;
    private long seed = 1;
    private int size = 1_000;
    private Path folder = Path.of("");
    private final Map<Mistake, Integer> shares = new EnumMap<>(Mistake.class);

    RecognitionBench(List<String> options) {
        options.forEach(this::option);
    }

    private void option(String option) {
        int equals = option.indexOf('=');
        var name = equals < 0 ? option : option.substring(0, equals);
        var value = option.substring(equals + 1);
        switch (name) {
            case "lines" -> lines = Integer.parseInt(value);
            case "seed" -> seed = Long.parseLong(value);
            case "size" -> size = Integer.parseInt(value);
            case "write" -> folder = Path.of(value);
            default ->
                shares.put(
                        Mistake.of(name)
                                .orElseThrow(() -> new IllegalArgumentException("There is no option " + option)),
                        Integer.parseInt(value));
        }
    }

    String run() {
        var borough = new Borough(seed, size);
        var made = new Lines(borough, seed + 1, shares);
        var all = new ArrayList<LabelledLine>(lines);
        for (int i = 0; i < lines; i++) {
            all.add(made.next());
        }
        if (!folder.toString().isEmpty()) {
            write(borough, all);
        }
        System.out.printf(
                "%,d lines, %,d accounts, seed %d%n", lines, borough.index().size(), seed);
        var figures = figures(borough, borough.evidence(), all);
        System.out.print(figures.table());
        var alone = figures(borough, Evidence.NONE, all).all();
        var found = figures.all();
        return ("wrong=%d as_written=%d clean_posted=%.2f first=%.1f in_three=%.1f wrong_by_number_alone=%d"
                                + " clean_posted_by_number_alone=%.2f us_a_line=%.2f us_by_number_alone=%.2f")
                        .formatted(
                                found.wrong(),
                                found.asWritten(),
                                found.postedOfClean(),
                                found.suggestedFirst(),
                                found.suggestedAmongThree(),
                                alone.wrong(),
                                alone.postedOfClean(),
                                microseconds(borough, borough.evidence(), all),
                                microseconds(borough, Evidence.NONE, all))
                + " " + new RulesBench().run();
    }

    private static Figures figures(Borough borough, Evidence evidence, List<LabelledLine> all) {
        var figures = new Figures(borough, evidence);
        all.forEach(figures::take);
        return figures;
    }

    /// The best of some rounds.
    private static double microseconds(Borough borough, Evidence evidence, List<LabelledLine> all) {
        var recogniser = Recogniser.of(borough.catalogue(), borough.index(), evidence);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long certain = all.stream()
                    .filter(one -> recogniser.recognise(one.line()) instanceof Recognition.Certain)
                    .count();
            best = Math.min(best, (System.nanoTime() - start) / 1_000.0 / all.size());
            System.out.printf("round %d: %,d placed, %.2f µs a line so far%n", round + 1, certain, best);
        }
        return best;
    }

    private void write(Borough borough, List<LabelledLine> all) {
        try {
            Files.createDirectories(folder);
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("accounts.csv"))) {
                Written.accounts(borough, out);
            }
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("lines.csv"))) {
                Written.lines(all, out);
            }
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("truth.csv"))) {
                Written.truth(all, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
