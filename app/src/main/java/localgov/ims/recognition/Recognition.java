package localgov.ims.recognition;

import java.util.List;

/// Where an amount belongs.
public sealed interface Recognition {
    Because because();

    /// It belongs there; nothing else is possible.
    record Certain(String fund, String account, Because because) implements Recognition {}

    /// Nobody can say for certain. The candidates are ranked, the likeliest first.
    record Unplaced(Because because, List<Candidate> candidates) implements Recognition {}
}
