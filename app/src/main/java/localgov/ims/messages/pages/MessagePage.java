package localgov.ims.messages.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One message and how it stands.
///
/// @param state in words, in a tag of this colour
/// @param why as whoever carries messages says it, in English; blank when there is nothing to say
/// @param again where it is sent again, `giveUp` where it is given up, `address` where it is sent elsewhere;
/// nothing
///   where that cannot be done
public record MessagePage(
        String about,
        String state,
        String colour,
        String explained,
        String why,
        List<SummaryRow> facts,
        @Nullable String again,
        @Nullable String giveUp,
        @Nullable String address) {}
