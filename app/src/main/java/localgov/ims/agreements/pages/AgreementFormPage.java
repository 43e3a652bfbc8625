package localgov.ims.agreements.pages;

import java.util.List;
import localgov.ims.govuk.Option;

/// What is to be paid in parts, once it is known how.
///
/// @param action where the form goes; also where it is chosen how
/// @param kind `instalments` or `recurring`
/// @param every `week` or `month`
/// @param chosen both in words
/// @param times how many instalments there may be
/// @param days of the month
/// @param least what each payment must come to
/// @param account whose it is, where a colleague fills the form in for a payer; empty for payers
/// @param id of that account; empty for payers
public record AgreementFormPage(
        String action,
        String name,
        String label,
        String hint,
        String kind,
        String every,
        String chosen,
        List<Option> times,
        List<Option> days,
        String least,
        String account,
        String id) {
    public AgreementFormPage {
        times = List.copyOf(times);
        days = List.copyOf(days);
    }

    public boolean isInstalments() {
        return kind.equals("instalments");
    }

    public boolean isMonthly() {
        return every.equals("month");
    }

    /// Whether a colleague fills it in.
    public boolean isForPayer() {
        return !account.isEmpty();
    }

    /// Where it is chosen how.
    public String first() {
        return isForPayer() ? action + "?account=" + id : action;
    }
}
