package localgov.ims.receipts;

import localgov.ims.TestCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.ledger.pen.Pens;

/// The one door on a test's own council, for tests without Spring.
public final class ReceiptsFixture {
    private ReceiptsFixture() {}

    public static Receipts on(TestCouncil council, Catalogue catalogue) {
        return new Receipts(Pens.on(council), catalogue, new ReceiptStore(council.db), council.transactions);
    }
}
