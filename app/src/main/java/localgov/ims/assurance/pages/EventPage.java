package localgov.ims.assurance.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;

/// One thing that was done.
public record EventPage(String title, List<SummaryRow> facts, List<Line> changes, List<Link> more) {
    public record Line(String what, String before, String after) {}

    public record Link(String href, String words) {}
}
