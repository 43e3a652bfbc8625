package localgov.ims.settings.pages;

import java.util.List;
import java.util.Map;

/// Whether to take an entry out of use, or to bring it back.
///
/// @param restoring whether it is brought back
/// @param held whether it cannot be retired while something refers to it
public record RetirePage(
        String title,
        String action,
        String back,
        boolean restoring,
        boolean held,
        List<EntryPage.Used> uses,
        Map<String, String> hidden) {}
