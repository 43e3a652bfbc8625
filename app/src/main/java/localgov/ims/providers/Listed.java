package localgov.ims.providers;

import java.util.List;

/// A list that a provider gives, whole or not at all.
public sealed interface Listed<T> {
    record These<T>(List<T> rows) implements Listed<T> {
        public These {
            rows = List.copyOf(rows);
        }
    }

    /// Nothing is known; a part of the list is not told.
    record NoAnswer<T>(String what) implements Listed<T> {}

    /// This account lists no such thing. Nobody was asked.
    record NotOffered<T>() implements Listed<T> {}
}
