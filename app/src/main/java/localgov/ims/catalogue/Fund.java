package localgov.ims.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// An income stream: what it is called, who may pay it and with what reference.
///
/// @param online whether the public may pay it on the portal
/// @param open whether money may be taken for it; money that arrives for a closed fund is still its money
/// @param maximum the most one line may be, or none
/// @param accountMustExist whether a payment needs a known account holder
/// @param vatOverride whether a line may carry another VAT code than the fund's
/// @param addressNeeded whether the payer's address is asked for
/// @param ledgerCode where the finance system books it; empty when the fund is not exported
/// @param costCentre whose income it is there; may be empty
/// @param format what its references look like, or none when anything may be one
/// @param priority the smaller is asked first when a reference could be several funds'
/// @param retired out of use: a retired fund is closed and offered nowhere
/// @param price what one payment costs, or nothing where that differs from bill to bill
public record Fund(
        String code,
        String name,
        String nameInWelsh,
        String vatCode,
        boolean online,
        boolean open,
        @Nullable Money maximum,
        boolean accountMustExist,
        boolean vatOverride,
        boolean creditNotes,
        boolean isSuspense,
        boolean addressNeeded,
        String ledgerCode,
        String costCentre,
        @Nullable ReferenceFormat format,
        String referenceLabel,
        String referenceLabelInWelsh,
        String referenceHint,
        String referenceHintInWelsh,
        int priority,
        boolean retired,
        @Nullable Price price) {

    /// What is paid to it by whoever stands at this door, when nothing else may be.
    public Optional<Money> priceAt(Door door) {
        return Optional.ofNullable(price).filter(known -> known.holds(door)).map(Price::amount);
    }

    /// What is filled in for whoever pays or takes a payment.
    public Optional<Money> suggested() {
        return Optional.ofNullable(price).map(Price::amount);
    }

    /// Whether the reference can be one of this fund's. A fund without a format takes any short line of text.
    public ReferenceCheck check(String reference) {
        return format == null ? anything(reference) : format.check(reference, referenceLabel);
    }

    private ReferenceCheck anything(String typed) {
        var reference = Mask.upper(typed.strip());
        if (reference.isEmpty()) {
            return new ReferenceCheck.DoesNotFit("blank", "Enter a reference", Map.of());
        }
        if (reference.length() > ReferenceRules.LONGEST) {
            return new ReferenceCheck.DoesNotFit(
                    "length",
                    "Reference must be %d characters or fewer".formatted(ReferenceRules.LONGEST),
                    Map.of("shortest", "1", "longest", "" + ReferenceRules.LONGEST));
        }
        if (!reference.chars().allMatch(c -> Places.PRINTABLE.has((char) c))) {
            var allowed = "letters, digits and the usual signs";
            return new ReferenceCheck.DoesNotFit(
                    "characters", "Reference must have only " + allowed, Map.of("characters", allowed));
        }
        return new ReferenceCheck.Fits(reference, List.of(name + " takes any reference"));
    }
}
