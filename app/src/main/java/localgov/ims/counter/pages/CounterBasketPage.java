package localgov.ims.counter.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be paid in one go.
///
/// @param self where it is
/// @param version as it was read, so that a change made to it meanwhile is noticed
/// @param total what the lines come to; empty when there are none
/// @param full whether it has as many lines as there can be
public record CounterBasketPage(String self, int version, List<Row> rows, String total, boolean full) {

    /// One thing to pay.
    ///
    /// @param id of its place on the page, where an error leads to
    /// @param change where it is changed, and below that removed; absent for what is charged by itself
    /// @param vat another VAT rate than the fund's, in words
    public record Row(
            String id,
            String name,
            String account,
            String amount,
            @Nullable String vat,
            @Nullable String narrative,
            @Nullable String change) {}
}
