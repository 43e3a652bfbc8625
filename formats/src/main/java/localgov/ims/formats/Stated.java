package localgov.ims.formats;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a file says about an entry beyond what banks say. A text is empty where the file says nothing.
///
/// @param identity what tells the entry from every other of the same source, also in a later file: the identifier of
///     a payment and its kind
/// @param fund the code of the fund, in the words of the file
/// @param method how it was paid, in the words of the file
/// @param vatCode the VAT code, in the words of the file
/// @param vat the VAT within the amount
/// @param fee what was kept back from the amount before it reaches the bank, negative when it was given back
/// @param office where it was taken, in the words of the file
public record Stated(
        String identity,
        String fund,
        String method,
        String vatCode,
        @Nullable BigDecimal vat,
        @Nullable BigDecimal fee,
        String office) {

    /// The file says nothing more.
    public static final Stated NOTHING = new Stated("", "", "", "", null, null, "");
}
