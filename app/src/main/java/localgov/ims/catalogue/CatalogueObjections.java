package localgov.ims.catalogue;

import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;

/// What cannot be said without looking at a second entry: a mask with more signs for a check digit than that has
/// characters, and a fee that is to be booked to an account which its fund would never take.
@Component
class CatalogueObjections implements Objection {
    private final Settings settings;
    private final Drafts drafts;

    CatalogueObjections(Settings settings, Drafts drafts) {
        this.settings = settings;
        this.drafts = drafts;
    }

    @Override
    public Optional<Problem> to(String type, Map<String, String> after) {
        if (type.equals(CatalogueData.REFERENCE_FORMATS.slug())) {
            return tooManyChecks(after);
        }
        return type.equals(FeeData.FEES.slug()) ? noSuchAccount(after) : Optional.empty();
    }

    private Optional<Problem> tooManyChecks(Map<String, String> format) {
        var mask = format.getOrDefault("mask", "");
        boolean several = mask.indexOf('@') != mask.lastIndexOf('@');
        return several
                ? settings.get(CatalogueData.CHECK_DIGITS, format.getOrDefault("check_digit", ""))
                        .filter(chosen -> !(CatalogueStore.checkDigit(chosen.values()) instanceof Mod97))
                        .map(chosen -> new Problem(
                                "mask",
                                "one-check",
                                Phrase.both(
                                        "The mask can have one @ only: %s is one character"
                                                .formatted(chosen.value("name")),
                                        "Dim ond un @ y gall y mwgwd ei gael: un nod yw %s"
                                                .formatted(chosen.value("name")))))
                : Optional.empty();
    }

    private Optional<Problem> noSuchAccount(Map<String, String> fee) {
        var account = fee.getOrDefault("account", "");
        var format = settings.get(CatalogueData.FUNDS, fee.getOrDefault("fund", ""))
                .flatMap(fund -> drafts.format(fund.value("format")));
        return account.isEmpty() || format.isEmpty() || format.get().fits(account)
                ? Optional.empty()
                : Optional.of(wrong(account, format.get()));
    }

    private static Problem wrong(String account, ReferenceFormat format) {
        return format.check(account) instanceof ReferenceCheck.Fits(var reference, var _)
                ? Problem.of(
                        "account",
                        "form",
                        "Write the account as the fund keeps it: " + reference,
                        "Ysgrifennwch y cyfrif fel y mae’r gronfa’n ei gadw: " + reference)
                : Problem.of(
                        "account",
                        "form",
                        "This cannot be an account of the fund. An account of it is %s".formatted(format.words()),
                        "Ni all hwn fod yn gyfrif yn y gronfa. Gwiriwch bob llythyren a digid");
    }
}
