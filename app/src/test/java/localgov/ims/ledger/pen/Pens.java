package localgov.ims.ledger.pen;

import localgov.ims.TestCouncil;

/// A pen for tests of the rooms that hold one.
public final class Pens {
    private Pens() {}

    public static Pen on(TestCouncil council) {
        return new Pen(council.db, council.clock());
    }
}
