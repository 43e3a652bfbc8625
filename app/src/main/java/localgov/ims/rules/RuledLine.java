package localgov.ims.rules;

import java.time.LocalDate;

/// A line of a file as rules see it: what of it is fit to be kept, so that a rule tried on history sees the same.
///
/// @param credit whether the money came in
/// @param method the method of payment that the file's lines get
/// @param source the code of the source that the file came from; empty when it came from none
/// @param bankAccount our account, as the book calls it after `bank:`
/// @param code the bank's code for the kind of transaction
/// @param payerAccount the payer's sort code and account number, or IBAN; empty when the file does not say
/// @param said the bank's other texts, with line breaks between them
public record RuledLine(
        boolean credit,
        long pence,
        LocalDate day,
        String method,
        String source,
        String bankAccount,
        String code,
        String payer,
        String payerAccount,
        String reference,
        String said) {}
