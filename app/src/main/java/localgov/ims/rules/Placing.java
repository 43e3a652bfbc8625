package localgov.ims.rules;

import java.time.LocalDate;
import java.util.Optional;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceCheck;
import org.jspecify.annotations.Nullable;

/// Whether money can be placed where a rule says. A rule is written by people and may be wrong, or right no longer.
public sealed interface Placing {
    /// @param account as the fund keeps it
    record Possible(Fund fund, String account) implements Placing {}

    /// @param why a stable code, and the same as a sentence
    record Impossible(String why, String words) implements Placing {}

    /// @param method the method that the line is to get, and `vatCode` its VAT code; nothing for the usual ones
    static Placing of(
            @Nullable String fundCode,
            Optional<String> account,
            @Nullable String method,
            @Nullable String vatCode,
            LocalDate day,
            CatalogueSnapshot catalogue,
            AccountIndex accounts) {
        var fund = Optional.ofNullable(fundCode).flatMap(catalogue::fund).orElse(null);
        if (fund == null || fund.retired() || !fund.open() || fund.isSuspense()) {
            return new Impossible("rule-fund", "Fund %s takes no money.".formatted(fundCode));
        }
        if (method != null
                && catalogue.method(method).filter(known -> !known.retired()).isEmpty()) {
            return new Impossible("rule-method", "There is no method of payment %s any more.".formatted(method));
        }
        if (vatCode != null
                && !vatCode.equals(fund.vatCode())
                && (!fund.vatOverride() || catalogue.vat(vatCode, day).isEmpty())) {
            return new Impossible(
                    "rule-vat", "%s cannot have the VAT code %s on that day.".formatted(fund.name(), vatCode));
        }
        return account.isEmpty()
                ? new Impossible("rule-account", "No account of %s is found in the line.".formatted(fund.name()))
                : of(fund, account.get(), accounts);
    }

    private static Placing of(Fund fund, String account, AccountIndex accounts) {
        if (!(fund.check(account) instanceof ReferenceCheck.Fits fits)) {
            return new Impossible("rule-account", "“%s” is no account of %s.".formatted(account, fund.name()));
        }
        var reference = fits.reference();
        return fund.accountMustExist() && !accounts.exists(fund.code(), reference)
                ? new Impossible("rule-account", "There is no account %s of %s.".formatted(reference, fund.name()))
                : new Possible(fund, reference);
    }
}
