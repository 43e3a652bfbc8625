package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which check characters would be right for a number, found by trying them all.
final class Expected {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Expected() {}

    /// @param at where the check character stands, for rules that have no place of their own for it
    static List<String> of(CheckDigit check, String text, int at) {
        var places = places(check, text.length(), at);
        var right = new ArrayList<String>();
        var tried = new StringBuilder(text);
        int many = places.size() == 2 ? 100 : places.size() == 1 ? CHARACTERS.length() : 0;
        for (int i = 0; i < many; i++) {
            var characters = places.size() == 2 ? "%02d".formatted(i) : CHARACTERS.substring(i, i + 1);
            tried.replace(places.getFirst(), places.getLast() + 1, characters);
            if (check.holds(tried, 0, tried.length(), at)) {
                right.add(characters);
            }
        }
        return right;
    }

    /// The places of the check characters; none when the text is too short to have any.
    static List<Integer> places(CheckDigit check, int length, int at) {
        return switch (check) {
            case Mod97 mod97 -> {
                int from = mod97.moved() > 0 ? mod97.moved() - 2 : length - 2;
                yield from < 0 || from + 2 > length
                        ? List.<Integer>of()
                        : IntStream.of(from, from + 1).boxed().toList();
            }
            case Luhn _, Dynix _ -> length == 0 ? List.<Integer>of() : List.of(length - 1);
            case WeightedSum _ -> at < 0 || at >= length ? List.<Integer>of() : List.of(at);
        };
    }
}
