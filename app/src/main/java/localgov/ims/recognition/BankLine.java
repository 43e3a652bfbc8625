package localgov.ims.recognition;

import java.util.List;

/// What a bank says of one payment.
///
/// @param reference the field meant for the reference
/// @param name the other side's name: some people write the reference there
/// @param texts all other text, in order; a reference may begin in one and end in the next
/// @param pence how much it is; 0 when that is not known
/// @param payer the payer's bank account as [PaidBefore] names it; empty when the bank does not say
public record BankLine(String reference, String name, List<String> texts, long pence, String payer) {

    /// What a person who only has the text knows.
    public static BankLine of(String reference, String name, List<String> texts) {
        return new BankLine(reference, name, texts, 0, "");
    }
}
