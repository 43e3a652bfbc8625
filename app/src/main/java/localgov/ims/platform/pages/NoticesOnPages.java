package localgov.ims.platform.pages;

import java.util.List;
import localgov.ims.platform.words.Words;

/// Says what is to be shown on every page of one side of the counter now. Asked for each page that is drawn, so it
/// answers from memory.
@FunctionalInterface
public interface NoticesOnPages {
    enum Side {
        PORTAL,
        OFFICE
    }

    /// At most one for each severity, the gravest first.
    List<Notice> notices(Side side, Words words);
}
