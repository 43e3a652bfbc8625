package localgov.ims.backoffice;

import java.util.Optional;
import localgov.ims.platform.words.Words;

/// Something went wrong with money and waits for a person. The room that knows it declares it: it is counted on the
/// first page of the office, and listed where whoever looks after payments looks.
public interface Unattended {
    /// What of it concerns whoever asks; nothing when nothing waits for them.
    ///
    /// @param most as many as are listed; with none they are counted alone
    Optional<Pile> waiting(int most, Words words);
}
