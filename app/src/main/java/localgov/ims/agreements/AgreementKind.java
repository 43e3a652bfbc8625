package localgov.ims.agreements;

import java.util.Locale;

/// What a payer agrees to.
enum AgreementKind {
    /// One sum in a number of payments.
    INSTALMENTS,
    /// The same amount each time, until a day or until somebody ends it.
    RECURRING;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
