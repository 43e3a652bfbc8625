package localgov.ims.providers;

import java.util.List;

/// The payments a provider has under one of our references.
public sealed interface Found {
    /// Newest first; normally none or one.
    record These(List<Seen.Known> payments) implements Found {
        public These {
            payments = List.copyOf(payments);
        }
    }

    record NoAnswer(String what) implements Found {}
}
