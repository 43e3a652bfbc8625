package localgov.ims.formats;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One payment inside an entry that books several as one.
///
/// @param amount in the currency of the entry, negative when it goes the other way than the entry; null where the
/// file
///     does not say or says it in another currency
/// @param payerName the other side's name
/// @param payerAccount the other side's sort code and account number, or IBAN
/// @param payerReference the field that is meant for the reference
/// @param texts all other text in order
/// @param bankReference the bank's own reference
/// @param returned what it undoes; null when the bank does not say that it undoes anything
public record Part(
        @Nullable BigDecimal amount,
        String payerName,
        String payerAccount,
        String payerReference,
        List<String> texts,
        String bankReference,
        @Nullable Returned returned) {

    public Part {
        texts = List.copyOf(texts);
    }

    /// A part that undoes nothing.
    public Part(
            @Nullable BigDecimal amount,
            String payerName,
            String payerAccount,
            String payerReference,
            List<String> texts,
            String bankReference) {
        this(amount, payerName, payerAccount, payerReference, texts, bankReference, null);
    }
}
