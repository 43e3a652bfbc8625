package localgov.ims.expected.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A month of files: what was expected of each day, and what came.
///
/// @param now how it stands now, in a sentence
/// @param settings where people write down what is expected; absent for those who may not see it
/// @param later the month after this one; absent for the one after the present
public record ExpectedPage(
        String month,
        String now,
        @Nullable String settings,
        String earlier,
        @Nullable String later,
        List<Day> days,
        List<Row> rows,
        List<Sign> key,
        List<Line> needs,
        List<Gap> gaps) {
    /// @param said the whole day: `Friday 20 November 2026`
    public record Day(String number, String said, boolean today, boolean working) {}

    /// @param cells one for each day; absent where nothing is expected and nothing came
    public record Row(String name, List<@Nullable Cell> cells) {}

    /// @param said all of it for those who do not see the sign
    public record Cell(Sign sign, String day, String said, String href) {}

    /// @param classes the colour, which never says anything alone
    public record Sign(String sign, String word, String classes) {}

    /// Numbers that were left out, in a sentence.
    public record Gap(String name, String said) {}

    /// What needs somebody.
    public record Line(String name, String href, String more, Sign sign) {}
}
