package localgov.ims.catalogue;

import java.util.List;
import java.util.Optional;

/// How a check character is worked out of a number, place by place.
///
/// @param stands what the remainder becomes before it is looked up among the results
record Working(List<Step> steps, long sum, int modulus, int remainder, int stands) {

    /// @param place counted from 1
    /// @param shown the character of the number
    /// @param counted the digit that is counted for it; another one when it is substituted, empty when none is
    /// @param weight empty when it has none
    record Step(int place, char shown, String counted, String weight, long product) {}

    /// Empty for rules without weights, and for numbers that have more digits than there are weights.
    static Optional<Working> of(CheckDigit check, String text, int at) {
        return switch (check) {
            case WeightedSum sum -> sum.working(text, at);
            case Dynix dynix -> dynix.working(text);
            case Mod97 _, Luhn _ -> Optional.empty();
        };
    }
}
