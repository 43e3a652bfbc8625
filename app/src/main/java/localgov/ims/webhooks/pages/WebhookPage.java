package localgov.ims.webhooks.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One webhook: how it stands, its secret and what it has sent.
///
/// @param state in words, in a tag of this colour
/// @param why why it is paused, as a sentence; nothing when it is not
/// @param secret the new secret, on the one page that shows it
/// @param may what whoever looks may do with it; nothing when they may only look
/// @param days for how many days what was sent can be sent again
/// @param next where the list goes on; nothing at its end
public record WebhookPage(
        String self,
        String back,
        String name,
        String state,
        String colour,
        @Nullable String why,
        @Nullable String secret,
        List<SummaryRow> facts,
        @Nullable May may,
        long days,
        List<Row> rows,
        @Nullable String next) {
    /// @param first whether it has no secret yet
    /// @param old until when the secret before the present one holds; nothing when it does not
    /// @param paused whether it can go on, or else be paused
    public record May(boolean first, @Nullable String old, boolean paused) {}

    /// @param number as receivers read it
    /// @param again where it is sent once more; nothing when that cannot be done
    public record Row(
            String type,
            String number,
            String about,
            String happened,
            String state,
            String colour,
            String tries,
            String answer,
            @Nullable String again) {}
}
