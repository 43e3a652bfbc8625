package localgov.ims.counter;

import java.util.List;
import java.util.Map;

/// What came of taking money.
sealed interface Taken {
    /// It is in the book now.
    record Done(CounterPayment payment) implements Taken {}

    /// It had been taken before, by an earlier press of the same button or on another tab; nothing was written now.
    record SeenBefore(CounterPayment payment) implements Taken {}

    /// Something about it changed since the page was drawn; nothing was taken.
    record ChangedSince(CounterPayment payment) implements Taken {}

    /// It cannot be taken as it is; nothing was.
    record Refused(List<Problem> problems) implements Taken {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// It is not there, or not for whoever asks.
    record NoSuchPayment() implements Taken {}

    /// Something that can be put right.
    ///
    /// @param line which line of the basket; 0 for the payment as a whole
    /// @param field `fund`, `account`, `amount`, `vat`, `method`, `office` or `lines`
    /// @param values what a sentence about it is filled with
    record Problem(int line, String field, String code, Map<String, String> values) {
        public Problem {
            values = Map.copyOf(values);
        }

        static Problem of(int line, String field, String code) {
            return new Problem(line, field, code, Map.of());
        }
    }
}
