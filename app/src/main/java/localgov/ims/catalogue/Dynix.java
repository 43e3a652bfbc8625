package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// See [CheckDigit#dynix].
final class Dynix implements CheckDigit {
    private final int modulus;
    private final int[] weights;
    private final CheckCharacters characters;

    Dynix(int modulus, List<Integer> weights, Map<Integer, String> results) {
        this.modulus = modulus;
        this.weights = weights.stream().mapToInt(Integer::intValue).toArray();
        this.characters = new CheckCharacters(modulus, results);
    }

    @Override
    public boolean holds(CharSequence text, int from, int to, int at) {
        int last = to - 1;
        if (weights.length == 0 || last <= from) {
            return false;
        }
        long sum = 0;
        for (int i = 0; from + i < last; i++) {
            char c = text.charAt(from + i);
            if (!CheckCharacters.isDigit(c)) {
                continue;
            }
            if (i % 2 == 1) {
                sum += c - '0';
            } else if (i < weights.length) {
                sum += doubled(c - '0', weights[i]);
            } else {
                return false;
            }
        }
        return characters.is((int) (modulus - Math.floorMod(sum, (long) modulus)), text.charAt(last));
    }

    private static int doubled(int digit, int weight) {
        int product = digit * weight;
        return (product > 10 ? product - 10 : product) + (digit > 4 ? 1 : 0);
    }

    Optional<Working> working(String text) {
        var steps = new ArrayList<Working.Step>();
        long sum = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            boolean counts = CheckCharacters.isDigit(c);
            boolean weighed = i % 2 == 0;
            if (counts && weighed && i >= weights.length) {
                return Optional.empty();
            }
            long product = counts ? (weighed ? doubled(c - '0', weights[i]) : c - '0') : 0;
            sum += product;
            var weight = weighed && i < weights.length ? Integer.toString(weights[i]) : "";
            steps.add(new Working.Step(i + 1, c, counts ? String.valueOf(c) : "", weight, product));
        }
        int remainder = (int) Math.floorMod(sum, (long) modulus);
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Working(steps, sum, modulus, remainder, modulus - remainder));
    }
}
