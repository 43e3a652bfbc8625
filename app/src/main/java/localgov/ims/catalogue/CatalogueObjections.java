package localgov.ims.catalogue;

import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;

/// What cannot be said without looking at a second entry: a mask with more signs for a check digit than that has
/// characters, a fee that is to be booked to an account which its fund would never take, and one that payers would be
/// charged against the law.
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
        if (type.equals(MethodData.METHODS.slug())) {
            return chargedAlready(after);
        }
        return type.equals(FeeData.FEES.slug()) ? unlawful(after).or(() -> noSuchAccount(after)) : Optional.empty();
    }

    /// Whoever pays cannot be charged for every way of paying.
    private Optional<Problem> unlawful(Map<String, String> fee) {
        return isThePayers(fee) && !mayCharge(fee.getOrDefault("method", ""))
                ? Optional.of(Problem.of(
                        "borne",
                        "unlawful",
                        "Nobody can be charged for paying so: the law forbids it for consumers’ cards, bank transfers "
                                + "and Direct Debits, and what is paid elsewhere is not charged for here",
                        "Ni ellir codi tâl ar neb am dalu fel hyn: mae’r gyfraith yn ei wahardd ar gyfer cardiau, "
                                + "trosglwyddiadau banc a Debydau Uniongyrchol defnyddwyr, ac ni chodir tâl yma am yr "
                                + "hyn a delir mewn man arall"))
                : Optional.empty();
    }

    private static boolean isThePayers(Map<String, String> fee) {
        return Borne.RECHARGED.name().equals(fee.get("borne"));
    }

    private boolean mayCharge(String method) {
        return settings.get(MethodData.METHODS, method)
                .filter(known -> MethodKind.valueOf(known.value("kind")).mayChargePayers())
                .isPresent();
    }

    /// A method whose payers are charged cannot become one for which they may not be.
    private Optional<Problem> chargedAlready(Map<String, String> method) {
        var kind = method.getOrDefault("kind", "");
        boolean charged = !kind.isEmpty()
                && !MethodKind.valueOf(kind).mayChargePayers()
                && settings.list(FeeData.FEES).stream()
                        .anyMatch(fee -> !fee.isRetired()
                                && fee.value("method").equals(method.get("code"))
                                && isThePayers(fee.values()));
        return charged
                ? Optional.of(Problem.of(
                        "kind",
                        "payers-are-charged",
                        "Whoever pays so is charged for it, which is not allowed for this kind. Change the fee first",
                        "Codir tâl ar y sawl sy’n talu fel hyn, ac ni chaniateir hynny ar gyfer y math hwn. Newidiwch "
                                + "y ffi yn gyntaf"))
                : Optional.empty();
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
