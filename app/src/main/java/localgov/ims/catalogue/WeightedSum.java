package localgov.ims.catalogue;

import java.util.List;
import java.util.Map;

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
}
