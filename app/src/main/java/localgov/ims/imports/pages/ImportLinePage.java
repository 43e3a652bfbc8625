package localgov.ims.imports.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.platform.words.Written;
import org.jspecify.annotations.Nullable;

/// One line of a file: what the bank said, what we made of it and why.
///
/// @param receipt where its receipt is; absent when it posted none
public record ImportLinePage(
        String title,
        String back,
        String amount,
        ImportsPage.Tag outcome,
        String said,
        List<SummaryRow> facts,
        List<Written> reasons,
        @Nullable String receipt) {}
