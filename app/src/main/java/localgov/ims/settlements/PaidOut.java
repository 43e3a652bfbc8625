package localgov.ims.settlements;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Borne;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fee;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.catalogue.VatRate;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import localgov.ims.providers.SettledRow;
import localgov.ims.receipts.Withheld;
import localgov.ims.receipts.Withholding;
import localgov.ims.settlements.SettlementStore.Orphan;
import localgov.ims.settlements.SettlementStore.Paid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps one thing of which a payout is made, and posts the provider's fee of a payment, in one database transaction:
/// to the account that the council says bears it, or among its fees.
/// What a dispute costs is posted with the dispute.
@Component
class PaidOut {
    static final String FEE = "provider-fee";
    /// What the method is called while a council has none for cards online.
    private static final String CARD_ONLINE = "card";

    private final SettlementStore store;
    private final Withholding withholding;
    private final Catalogue catalogue;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    PaidOut(
            SettlementStore store,
            Withholding withholding,
            Catalogue catalogue,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.withholding = withholding;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Call it as often as you like: what is known is kept once.
    void take(String provider, SettledRow row) {
        transactions.executeWithoutResult(_ -> {
            var paid = store.payment(provider, row.providerReference());
            var payment = paid.map(Paid::payment).orElse(null);
            if (store.insert(provider, row, payment, clock.instant())) {
                paid.ifPresent(one -> fee(provider, row, one));
            } else {
                noteDifference(provider, row);
            }
        });
    }

    /// Its payment is known now, however long ago it was paid out.
    void adopt(Orphan orphan) {
        transactions.executeWithoutResult(_ -> store.payment(orphan.provider(), orphan.providerReference())
                .filter(paid -> store.adopt(orphan, paid.payment()))
                .ifPresent(paid -> fee(orphan.provider(), orphan.row(), paid)));
    }

    /// What has been posted stays as it is; that the provider says something else now, a person should know.
    private void noteDifference(String provider, SettledRow row) {
        var what = "Now %s, with a fee of %s, on %s".formatted(row.gross(), row.fee(), row.settledOn());
        if (store.differs(provider, row, what)) {
            audit.note("system", "settlements.differs", "settlement:%s/%s".formatted(provider, row.number()), what);
        }
    }

    private void fee(String provider, SettledRow row, Paid paid) {
        if (row.kind() != SettledRow.Kind.PAYMENT || row.fee().isZero()) {
            return;
        }
        var method = Optional.ofNullable(paid.method()).orElseGet(this::cardOnline);
        var pot = Optional.ofNullable(paid.pot()).orElseGet(() -> AccountName.clearing(method));
        var bearer = bearer(method, row.settledOn());
        boolean kept = row.fee().isPositive();
        var amount = kept ? row.fee() : row.fee().negated();
        withholding.take(
                new Withheld(
                        new Source(FEE, provider + "/" + row.number()),
                        kept ? pot : bearer.pot(),
                        row.settledOn(),
                        null,
                        "Fee of %s for payment %s".formatted(provider, row.number()),
                        List.of(bearer.part(kept ? bearer.pot() : pot, amount, method))),
                By.SYSTEM);
    }

    /// Where a fee is booked: to the account that bears it, with the VAT within it, or among the council's fees.
    private record Bearer(
            AccountName pot, @Nullable Fee fee, @Nullable VatRate vat) {
        Withheld.Part part(AccountName from, Money amount, String method) {
            return fee == null
                    ? Withheld.Part.of(1, from, amount, method)
                    : new Withheld.Part(1, from, amount, fee.fund(), fee.account(), within(amount), method, null, null);
        }

        private Entry.Vat within(Money amount) {
            return vat == null ? Entry.Vat.NONE : new Entry.Vat(vat.code(), vat.basisPoints(), vat.vatIn(amount));
        }
    }

    private Bearer bearer(String method, LocalDate day) {
        var now = catalogue.now();
        return now.fee(method, day)
                .filter(fee -> fee.borne() == Borne.CENTRAL)
                .map(fee -> new Bearer(
                        AccountName.fund(Objects.requireNonNull(fee.fund())),
                        fee,
                        Optional.ofNullable(fee.vatCode())
                                .flatMap(code -> now.vat(code, day))
                                .orElse(null)))
                .orElseGet(() -> new Bearer(AccountName.FEES, null, null));
    }

    private String cardOnline() {
        return catalogue.now().method(MethodKind.CARD_ONLINE).map(Method::code).orElse(CARD_ONLINE);
    }
}
