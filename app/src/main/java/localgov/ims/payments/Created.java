package localgov.ims.payments;

import java.util.List;
import java.util.Map;

/// What came of asking for a payment.
public sealed interface Created {
    /// The code of the problem that the funds of a basket belong to different accounts with providers.
    String APART = "different-accounts";

    /// It exists now and can be started.
    record New(Payment payment) implements Created {}

    /// The same request had come before; this is what it made, as it is now.
    record SeenBefore(Payment payment) implements Created {}

    /// The key had been used for another request; nothing was made.
    record SeenDifferently(Payment payment) implements Created {}

    /// It cannot be paid as asked; nothing was made.
    record Refused(List<Problem> problems) implements Created {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// Something a person can put right.
    ///
    /// @param line which line, from 0; less than nothing for the basket as a whole
    /// @param field `lines`, `fund`, `account`, `amount`, `method` or `return_url`
    /// @param code a stable word for it
    /// @param words the message in English
    /// @param values what a message in another language is filled with
    record Problem(int line, String field, String code, String words, Map<String, String> values) {
        public Problem {
            values = Map.copyOf(values);
        }

        static Problem ofBasket(String field, String code, String words) {
            return new Problem(-1, field, code, words, Map.of());
        }
    }
}
