package localgov.ims.payments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.providers.Bounds;

/// What came of asking for a payment.
public sealed interface Created {
    /// The code of the problem that the funds of a basket belong to different accounts with providers.
    String APART = "different-accounts";

    /// The code of the problem that one payment is less than the provider takes.
    String TOO_LITTLE = "too-little";

    /// The code of the problem that it is more than the provider, or anybody, takes at once.
    String TOO_MUCH = "too-much";

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

        /// That a payment is not within what its provider takes, if it is not.
        ///
        /// @param line which line it is about; less than nothing for the basket as a whole
        public static Optional<Problem> outside(Bounds bounds, Money amount, int line) {
            var field = line < 0 ? "lines" : "amount";
            if (bounds.isTooLittle(amount)) {
                return Optional.of(new Problem(
                        line,
                        field,
                        TOO_LITTLE,
                        "One card payment must be %s or more".formatted(bounds.least()),
                        Map.of("limit", bounds.least().toString())));
            }
            return bounds.isTooMuch(amount)
                    ? Optional.of(new Problem(
                            line,
                            field,
                            TOO_MUCH,
                            "One card payment must be %s or less".formatted(bounds.most()),
                            Map.of("limit", bounds.most().toString())))
                    : Optional.empty();
        }

        static Problem ofBasket(String field, String code, String words) {
            return new Problem(-1, field, code, words, Map.of());
        }
    }
}
