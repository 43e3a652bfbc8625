package localgov.ims.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where somebody's money is.
///
/// @param reference the receipt number, in groups
/// @param receipt where the receipt is; nothing for whoever is not its payer
/// @param test whether it went to an account for tests
/// @param paid whether there is money to follow
/// @param unknown whether nobody knows yet if it was paid
public record ProgressPage(
        String reference,
        @Nullable String receipt,
        String total,
        boolean test,
        boolean paid,
        boolean unknown,
        List<Step> steps) {
    public ProgressPage {
        steps = List.copyOf(steps);
    }

    public enum State {
        DONE("done", "govuk-tag--green"),
        NEXT("next", "govuk-tag--blue"),
        LATER("later", "govuk-tag--grey"),
        /// The money went back.
        RETURNED("returned", "govuk-tag--red");

        private final String code;
        private final String tag;

        State(String code, String tag) {
            this.code = code;
            this.tag = tag;
        }

        /// Its name in keys of words and classes of style sheets.
        public String code() {
            return code;
        }

        /// How the word for it looks.
        public String tag() {
            return tag;
        }
    }

    /// @param when the day, in words; empty when it is to come
    public record Step(State state, String name, String when, String what) {}
}
