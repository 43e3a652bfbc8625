package localgov.ims.counter.pages;

import java.util.List;

/// What somebody took today, and what they have not finished.
///
/// @param day the day in words
/// @param total all of it, without what was taken back
/// @param mayTake whether there is a fund, an office and a method for whoever asks
public record CounterTodayPage(
        String day, List<Total> totals, String total, List<Row> taken, List<Row> unfinished, boolean mayTake) {

    /// By one method.
    ///
    /// @param back what of it was taken back; empty when nothing was
    public record Total(String method, String colour, String payments, String taken, String back, String left) {}

    /// @param reversed whether it was taken back
    public record Row(
            String href, String reference, String at, String method, String payer, String amount, boolean reversed) {}
}
