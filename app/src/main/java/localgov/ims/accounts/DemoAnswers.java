package localgov.ims.accounts;

import java.util.List;
import java.util.Set;
import localgov.ims.settings.FurtherFields;

/// What the service systems of Aldermere say in the fields that the demonstration adds to account holders.
final class DemoAnswers {
    private static final String OFFICER = FurtherFields.Of.column("housing_officer");
    private static final String PAPER = FurtherFields.Of.column("paper_bills");
    private static final String RENTS = "5";
    private static final List<String> OFFICERS = List.of("Ffion Hughes", "Kofi Mensah", "Sunita Rao");

    /// One in so many still wants paper.
    private static final int PAPER_EACH = 4;

    private DemoAnswers() {}

    /// The columns of these that the council has; without them there is nothing to say.
    static List<String> columns(Set<String> has) {
        return List.of(OFFICER, PAPER).stream().filter(has::contains).toList();
    }

    /// The same account always says the same.
    static String of(Account account, String column) {
        int number = Math.floorMod(account.number().hashCode(), OFFICERS.size() * PAPER_EACH);
        if (column.equals(PAPER)) {
            return number % PAPER_EACH == 0 ? "yes" : "no";
        }
        return account.fund().equals(RENTS) ? OFFICERS.get(number / PAPER_EACH) : "";
    }
}
