package localgov.ims.agreements;

import java.util.List;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;

/// What came of a payer's agreeing.
sealed interface Agreed {
    /// On to the provider's page, or wherever the first payment stands.
    record Gone(Going going) implements Agreed {}

    /// It stands elsewhere by now: agreed to before, ended, or too old.
    record Elsewhere(Agreement agreement) implements Agreed {}

    /// The day is another than the one for which the plan was shown.
    record PlanChanged(Agreement agreement) implements Agreed {}

    /// The council does not offer it any more, or the account may not be paid so.
    record Refused(List<Created.Problem> problems) implements Agreed {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// The council does not offer it any more.
    record NotOffered() implements Agreed {}

    /// The provider did not answer: nothing was taken, and it may be tried again.
    record NoAnswer() implements Agreed {}
}
