package localgov.ims.accounts;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.kernel.Money;
import localgov.ims.settings.FurtherFields;
import localgov.ims.settings.Phrase;
import org.jspecify.annotations.Nullable;

/// Turns the cells of one row into an account, or says what is wrong with each.
final class AccountRow {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_MESSAGE = 200;
    private static final int LONGEST_CODE = 40;
    /// A billion pounds, either way.
    private static final Money MOST = Money.pounds(1_000_000_000, 0);

    /// Told of each thing that is wrong.
    interface Faults {
        void fault(String column, String value, Phrase problem);
    }

    private final CatalogueSnapshot catalogue;
    private final FurtherFields.Of custom;
    private final Map<String, String> cells;
    private final Faults faults;
    private boolean bad;

    private AccountRow(CatalogueSnapshot catalogue, FurtherFields.Of custom, Map<String, String> cells, Faults faults) {
        this.catalogue = catalogue;
        this.custom = custom;
        this.cells = cells;
        this.faults = faults;
    }

    static Optional<Account> read(
            CatalogueSnapshot catalogue, FurtherFields.Of custom, Map<String, String> cells, Faults faults) {
        return new AccountRow(catalogue, custom, cells, faults).read();
    }

    private Optional<Account> read() {
        var code = cell("fund").strip();
        var fund = catalogue.fund(code);
        if (fund.isEmpty()) {
            wrong("fund", code, code.isEmpty() ? RowFault.NO_FUND : RowFault.UNKNOWN_FUND);
        }
        var number = fund.map(this::number).orElseGet(this::numberOfNoFund);
        var account = new Account(
                code,
                number,
                text("name", LONGEST_NAME, false),
                text("address", LONGEST_ADDRESS, true),
                balance(),
                stopped(),
                text("stop_message", LONGEST_MESSAGE, false),
                text("message_code", LONGEST_CODE, false));
        further();
        return bad ? Optional.empty() : Optional.of(account);
    }

    /// What the council has added.
    private void further() {
        for (var field : custom.fields()) {
            var answer = cell(field.column());
            FurtherFields.Of.problem(field, answer).ifPresent(problem -> wrong(field.column(), answer, problem));
        }
    }

    private String number(Fund fund) {
        var typed = cell("number");
        if (fund.format() != null && fund.format().fits(typed)) {
            return typed;
        }
        return switch (fund.check(typed)) {
            case ReferenceCheck.Fits(var reference, var reasons) -> reference;
            case ReferenceCheck.DoesNotFit no -> {
                wrong("number", typed, typed.isBlank() ? RowFault.NO_NUMBER : RowFault.number(no));
                yield "";
            }
        };
    }

    private String numberOfNoFund() {
        if (cell("number").isBlank()) {
            wrong("number", "", RowFault.NO_NUMBER);
        }
        return "";
    }

    private String text(String column, int longest, boolean lines) {
        var text = cell(column).strip();
        if (text.length() > longest) {
            wrong(column, text, RowFault.longerThan(longest));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r')))) {
            wrong(column, text, RowFault.CONTROL);
        }
        return text;
    }

    private @Nullable Money balance() {
        var pence = cell("balance").strip();
        var pounds = cell("balance_pounds").strip();
        if (!pence.isEmpty() && !pounds.isEmpty()) {
            wrong("balance", pence, RowFault.BOTH_BALANCES);
            return null;
        }
        return pence.isEmpty()
                ? money("balance_pounds", pounds, 0, RowFault.NOT_POUNDS)
                : money("balance", pence, 2, RowFault.NOT_PENCE);
    }

    private @Nullable Money money(String column, String text, int places, Phrase problem) {
        if (text.isEmpty()) {
            return null;
        }
        // The length keeps 1E999999999 and its like from being worked out.
        var money = text.length() <= 20 && text.matches("-?\\d+(\\.\\d+)?")
                ? Money.exactly(new BigDecimal(text).movePointLeft(places))
                : Optional.<Money>empty();
        if (money.isEmpty()
                || money.get().isMoreThan(MOST)
                || money.get().negated().isMoreThan(MOST)) {
            wrong(column, text, problem);
            return null;
        }
        return money.get();
    }

    private boolean stopped() {
        var text = cell("stopped").strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1" -> true;
            case "", "false", "no", "n", "0" -> false;
            default -> {
                wrong("stopped", text, RowFault.NOT_YES_NO);
                yield false;
            }
        };
    }

    private String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    private void wrong(String column, String value, Phrase problem) {
        bad = true;
        faults.fault(column, value, problem);
    }
}
