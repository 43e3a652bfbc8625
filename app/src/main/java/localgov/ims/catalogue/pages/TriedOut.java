package localgov.ims.catalogue.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reference format or a check digit would do, before it is saved.
///
/// @param said all of it in one or two sentences, for those who hear the page
/// @param overlaps absent where there is nothing to compare with
public record TriedOut(
        String said,
        List<Sample> samples,
        List<Strength> strengths,
        @Nullable Overlaps overlaps) {

    /// @param kept the reference as it would be kept, in pieces of which some are wrong
    /// @param working how its check digit is worked out; absent where there is no sum
    public record Sample(
            String typed,
            List<Piece> kept,
            boolean passes,
            List<String> faults,
            @Nullable Working working) {}

    public record Piece(String text, boolean wrong) {}

    public record Working(List<Step> steps, String total, String says) {}

    public record Step(String place, String character, String counted, String weight, String product) {}

    /// @param digits the share of single wrong digits that are caught
    /// @param digitsOf how many of how many
    /// @param honest what it does not do; empty when there is nothing to say
    public record Strength(
            String title, String digits, String digitsOf, String swaps, String swapsOf, String how, String honest) {}

    /// @param rows funds that take the same reference
    /// @param says what else was found out, each a sentence
    public record Overlaps(List<Overlapping> rows, List<String> says) {}

    /// @param example what one can type so that both take it
    /// @param first which of the two is asked first
    public record Overlapping(String fund, String example, String first) {}
}
