package localgov.ims.refunds;

import localgov.ims.kernel.Money;

/// The VAT in what is given back of a line, part by part. What has been given so far always holds the VAT that its rate
/// gives on it, so that the parts of a whole hold all of it, to the penny.
///
/// @param paid what the line came to, and the VAT in it
/// @param given what has been given back so far, and the VAT in that
record Shares(Money paid, Money vat, int basisPoints, Money given, Money vatGiven) {
    private static final long WHOLE = 10_000;

    /// The VAT in the next part.
    Money next(Money part) {
        var after = given.plus(part);
        var all = after.equals(paid) ? vat : Money.pence(Math.min(vat.pence(), vatIn(after)));
        return Money.pence(Math.clamp(all.minus(vatGiven).pence(), 0, part.pence()));
    }

    /// Half up, as the receipt's own was.
    private long vatIn(Money gross) {
        long whole = WHOLE + basisPoints;
        long share = Math.multiplyExact(gross.pence(), basisPoints);
        return share / whole + (2 * (share % whole) >= whole ? 1 : 0);
    }
}
