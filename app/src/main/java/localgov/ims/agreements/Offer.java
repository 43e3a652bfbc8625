package localgov.ims.agreements;

import localgov.ims.kernel.Money;
import localgov.ims.providers.Bounds;

/// What a fund's payers may agree to.
///
/// @param provider the council's name for the provider account where agreements are made
/// @param most as many instalments as there may be
/// @param least what each payment must come to
/// @param bounds what the provider takes in one payment
record Offer(String provider, boolean instalments, boolean recurring, int most, Money least, Bounds bounds) {
    boolean allows(AgreementKind kind) {
        return kind == AgreementKind.INSTALMENTS ? instalments : recurring;
    }
}
