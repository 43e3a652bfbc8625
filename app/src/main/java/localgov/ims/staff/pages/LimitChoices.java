package localgov.ims.staff.pages;

import java.util.List;
import localgov.ims.govuk.Choice;

/// What something may be limited to, with what has been chosen.
public record LimitChoices(
        List<Choice> groups,
        List<Choice> funds,
        List<Choice> offices,
        List<Choice> methods,
        List<String> chosenGroups,
        List<String> chosenFunds,
        List<String> chosenOffices,
        List<String> chosenMethods) {

    public boolean isUsed() {
        return !chosenGroups.isEmpty()
                || !chosenFunds.isEmpty()
                || !chosenOffices.isEmpty()
                || !chosenMethods.isEmpty();
    }
}
