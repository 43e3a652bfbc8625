package localgov.ims.api;

import java.util.List;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be paid.
@RestController
@Needs({Permission.SEE_SETTINGS, Permission.TAKE_PAYMENTS})
class FundCalls {
    private final Catalogue catalogue;

    FundCalls(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Json
    record Funds(List<FundEntry> funds) {}

    /// @param online whether the public may pay it, `open` whether anybody may
    /// @param maximum the most one line may be, in pence
    /// @param price what a payer pays, in pence, where nothing else is taken from them
    @Json
    record FundEntry(
            String code,
            String name,
            String nameCy,
            boolean online,
            boolean open,
            boolean suspense,
            boolean accountMustExist,
            String vatCode,
            @Nullable Long maximum,
            @Nullable Long price,
            String referenceLabel,
            String referenceHint) {}

    @GetMapping("/api/v1/funds")
    Funds funds() {
        var scope = CurrentCaller.scope(Permission.SEE_SETTINGS, Permission.TAKE_PAYMENTS);
        return new Funds(catalogue.now().funds().stream()
                .filter(fund -> scope.allowsFund(fund.code()))
                .map(FundCalls::entry)
                .toList());
    }

    private static FundEntry entry(Fund fund) {
        return new FundEntry(
                fund.code(),
                fund.name(),
                fund.nameInWelsh(),
                fund.online(),
                fund.open(),
                fund.isSuspense(),
                fund.accountMustExist(),
                fund.vatCode(),
                pence(fund.maximum()),
                pence(fund.priceAt(Door.PAYERS).orElse(null)),
                fund.referenceLabel(),
                fund.referenceHint());
    }

    static @Nullable Long pence(@Nullable Money amount) {
        return amount == null ? null : Long.valueOf(amount.pence());
    }
}
