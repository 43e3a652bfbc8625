package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// See [CheckDigit#weightedSum].
final class WeightedSum implements CheckDigit {
    private final int modulus;
    private final String substitutions;
    private final int[] weights;
    private final boolean subtract;
    private final CheckCharacters characters;

    WeightedSum(
            int modulus, String substitutions, List<Integer> weights, boolean subtract, Map<Integer, String> results) {
        this.modulus = modulus;
        this.substitutions = substitutions;
        this.weights = weights.stream().mapToInt(Integer::intValue).toArray();
        this.subtract = subtract;
        this.characters = new CheckCharacters(modulus, results);
    }

    @Override
    public boolean holds(CharSequence text, int from, int to, int at) {
        int length = to - from;
        if (weights.length == 0 || at < 0 || at >= length) {
            return false;
        }
        long sum = 0;
        for (int i = 0; i < length; i++) {
            char c = i < substitutions.length() ? substitutions.charAt(i) : text.charAt(from + i);
            if (CheckCharacters.isDigit(c)) {
                if (i >= weights.length) {
                    return false;
                }
                sum += (long) (c - '0') * weights[i];
            }
        }
        int remainder = (int) Math.floorMod(sum, (long) modulus);
        return characters.is(subtract ? modulus - remainder : remainder, text.charAt(from + at));
    }

    Optional<Working> working(String text, int at) {
        var steps = new ArrayList<Working.Step>();
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = i < substitutions.length() ? substitutions.charAt(i) : text.charAt(i);
            boolean counts = CheckCharacters.isDigit(c);
            if (counts && i >= weights.length) {
                return Optional.empty();
            }
            long product = counts ? (long) (c - '0') * weights[i] : 0;
            sum += product;
            steps.add(new Working.Step(
                    i + 1,
                    text.charAt(i),
                    counts ? String.valueOf(c) : "",
                    i < weights.length ? Integer.toString(weights[i]) : "",
                    product));
        }
        int remainder = (int) Math.floorMod(sum, (long) modulus);
        return at < 0 || at >= text.length()
                ? Optional.empty()
                : Optional.of(new Working(steps, sum, modulus, remainder, subtract ? modulus - remainder : remainder));
    }
}
