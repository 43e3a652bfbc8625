package localgov.ims.schedules.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// Schedules beside their credits: before they are matched, or as they were.
///
/// @param facts what both come to and how it stands
/// @param differs what stands in the way, as a sentence; absent when nothing does
/// @param action where it is matched or asked to be undone; absent when neither can be
/// @param sent what is sent with that
public record MatchPage(
        String title,
        String back,
        List<SummaryRow> facts,
        List<Row> schedules,
        List<Row> credits,
        @Nullable String differs,
        @Nullable String action,
        List<Hidden> sent) {
    public MatchPage {
        facts = List.copyOf(facts);
        schedules = List.copyOf(schedules);
        credits = List.copyOf(credits);
        sent = List.copyOf(sent);
    }

    /// @param href where it is seen; absent for those who may not
    public record Row(String name, @Nullable String href, String amount) {}

    /// A field of the form that nobody fills in.
    public record Hidden(String name, String value) {}
}
