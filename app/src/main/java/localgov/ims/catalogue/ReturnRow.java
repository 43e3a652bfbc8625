package localgov.ims.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.settings.Problem;

/// One row of a service's return, and whether money could be paid in by it.
///
/// @param account as it is kept; blank, or with a `*` for each digit that is to be typed, where another may be
/// typed
/// @param vatCode blank for the fund's
/// @param accountFree whether another account may be typed
record ReturnRow(String fund, String account, String vatCode, boolean accountFree) {
    private static final char A_DIGIT = '*';
    private static final String SOME_DIGIT = "0123456789";

    static ReturnRow of(Map<String, String> answers) {
        return new ReturnRow(
                answers.getOrDefault("fund", ""),
                answers.getOrDefault("account", ""),
                answers.getOrDefault("vat_code", ""),
                answers.getOrDefault("account_free", "").equals("yes"));
    }

    /// What is wrong with it; that its fund is there at all is the choice's own business.
    Optional<Problem> problem(CatalogueSnapshot now) {
        var found = now.fund(fund);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return !found.get().open() || found.get().isSuspense()
                ? Optional.of(Problem.of(
                        "fund",
                        "closed",
                        "Fund is closed: nothing can be paid into it by a return",
                        "Mae’r gronfa ar gau: ni ellir talu dim iddi drwy ffurflen"))
                : Stream.of(ofVat(found.get()), ofAccount(found.get()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Optional<Problem> ofVat(Fund of) {
        return vatCode.isEmpty() || vatCode.equals(of.vatCode()) || of.vatOverride()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "vat_code",
                        "not-the-funds",
                        "VAT code must be the fund’s own, %s".formatted(of.vatCode()),
                        "Rhaid i’r cod TAW fod yn un y gronfa ei hun, %s".formatted(of.vatCode())));
    }

    private Optional<Problem> ofAccount(Fund of) {
        boolean open = account.isEmpty() || account.indexOf(A_DIGIT) >= 0;
        if (open && !accountFree) {
            return Optional.of(Problem.of(
                    "account",
                    "required",
                    "Enter the whole account, or say that another may be typed",
                    "Rhowch y cyfrif cyfan, neu dywedwch y gellir teipio un arall"));
        }
        return account.isEmpty() || (open ? canFit(of) : of.check(account).fits())
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "account",
                        "format",
                        "Account is not in the form of the fund’s references",
                        "Nid yw’r cyfrif ar ffurf cyfeirnodau’r gronfa"));
    }

    /// Whether some digits in the places of the `*` make it one of the fund's. With a check digit only one in
    /// ten or eleven does, so all of the last place are tried for a few of the others.
    private boolean canFit(Fund of) {
        int last = account.lastIndexOf(A_DIGIT);
        return SOME_DIGIT
                .chars()
                .anyMatch(filling -> SOME_DIGIT.chars().anyMatch(end -> {
                    var filled = account.substring(0, last).replace(A_DIGIT, (char) filling)
                            + (char) end
                            + account.substring(last + 1);
                    return of.check(filled).fits();
                }));
    }
}
