package localgov.ims.organisation;

import java.util.Locale;
import java.util.Optional;

/// A VAT registration number of the United Kingdom, as HMRC gives them: nine digits of which the last two are a
/// check, twelve with those of a branch, or that of a government department or health authority.
///
/// @param digits without country and spaces: `999999973`, `GD001`
public record VatNumber(String digits) {
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2};
    private static final int MODULUS = 97;
    private static final int NEWER = 55;

    /// The number in a text, with or without spaces and country; empty when it cannot be one.
    public static Optional<VatNumber> read(String text) {
        var plain = text.toUpperCase(Locale.ROOT).replaceAll("[ .-]", "").replaceFirst("^GB(?=\\d|GD|HA)", "");
        boolean known =
                plain.matches("\\d{9}(\\d{3})?") && holds(plain) || plain.matches("GD[0-4]\\d\\d|HA[5-9]\\d\\d");
        return known ? Optional.of(new VatNumber(plain)) : Optional.empty();
    }

    /// The weighted digits and the check make a multiple of 97; in numbers given since 2009, with 55 more.
    private static boolean holds(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
        }
        int check = Integer.parseInt(digits, 7, 9, 10);
        return sum > 0 && ((sum + check) % MODULUS == 0 || (sum + NEWER + check) % MODULUS == 0);
    }

    /// As it stands on a receipt: `GB 999 9999 73`.
    public String shown() {
        return Character.isDigit(digits.charAt(0))
                ? "GB "
                        + digits.replaceFirst("(\\d{3})(\\d{4})(\\d{2})(\\d*)", "$1 $2 $3 $4")
                                .strip()
                : "GB " + digits;
    }
}
