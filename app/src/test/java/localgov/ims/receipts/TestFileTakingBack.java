package localgov.ims.receipts;

import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.ledger.pen.Pens;

/// Taking back files for tests without Spring, where nobody refunds and nobody places.
final class TestFileTakingBack {
    private TestFileTakingBack() {}

    static FileTakingBack on(TestCouncil council) {
        return new FileTakingBack(Pens.on(council), new ReceiptStore(council.db), List.of(), List.of());
    }
}
