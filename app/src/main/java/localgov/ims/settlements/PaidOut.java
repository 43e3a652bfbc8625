package localgov.ims.settlements;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.providers.SettledRow;
import localgov.ims.receipts.Withheld;
import localgov.ims.receipts.Withholding;
import localgov.ims.settlements.SettlementStore.Orphan;
import localgov.ims.settlements.SettlementStore.Paid;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps one thing of which a payout is made, and posts the provider's fee of a payment, in one database transaction.
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
        boolean kept = row.fee().isPositive();
        var part = Withheld.Part.of(
                1, kept ? AccountName.FEES : pot, kept ? row.fee() : row.fee().negated(), method);
        withholding.take(
                new Withheld(
                        new Source(FEE, provider + "/" + row.number()),
                        kept ? pot : AccountName.FEES,
                        row.settledOn(),
                        null,
                        "Fee of %s for payment %s".formatted(provider, row.number()),
                        List.of(part)),
                By.SYSTEM);
    }

    private String cardOnline() {
        return catalogue.now().method(MethodKind.CARD_ONLINE).map(Method::code).orElse(CARD_ONLINE);
    }
}
