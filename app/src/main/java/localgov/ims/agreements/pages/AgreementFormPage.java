package localgov.ims.agreements.pages;

import java.util.List;
import localgov.ims.govuk.Option;

/// What is to be paid in parts, and in which rhythm.
///
/// @param action where the form goes
/// @param instalments whether one sum may be paid in instalments
/// @param recurring whether the same amount may be paid again and again
/// @param times how many instalments there may be
/// @param days of the month
/// @param least what each payment must come to
/// @param account whose it is, where a colleague fills the form in for a payer; empty for payers
/// @param language whether the language in which the payer is written to is asked for
public record AgreementFormPage(
        String action,
        String back,
        String name,
        String label,
        String hint,
        boolean instalments,
        boolean recurring,
        List<Option> times,
        List<Option> days,
        String least,
        String account,
        boolean language) {
    public AgreementFormPage {
        times = List.copyOf(times);
        days = List.copyOf(days);
    }

    /// Whether there is a choice between the two.
    public boolean isBoth() {
        return instalments && recurring;
    }
}
