package localgov.ims.formats.profiles;

import java.util.List;
import localgov.ims.formats.profiles.Figures.Figure;
import org.jspecify.annotations.Nullable;

/// Reads one figure by which a file says what it holds.
///
/// @param place the column to look at when it is wrong
record TotalReader(
        ProfileTotal total, Figure figure, @Nullable Integer place) {

    static List<TotalReader> of(List<ProfileTotal> totals, Sources sources) {
        return totals.stream()
                .map(total -> new TotalReader(total, Figures.of(total.value(), sources), sources.place(total.place())))
                .toList();
    }
}
