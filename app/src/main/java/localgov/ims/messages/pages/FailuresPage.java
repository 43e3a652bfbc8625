package localgov.ims.messages.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages that have not arrived.
///
/// @param next where the list goes on; nothing at its end
public record FailuresPage(List<Row> rows, @Nullable String next) {
    /// @param href where the message has a page of its own
    /// @param state in words, in a tag of this colour
    /// @param why as whoever carries messages says it, in English
    /// @param again where it is sent again, `giveUp` where it is given up; nothing where that cannot be done
    public record Row(
            String about,
            String href,
            String made,
            String tries,
            String state,
            String colour,
            String why,
            @Nullable String again,
            @Nullable String giveUp) {}
}
