package localgov.ims.portal.pages;

/// Which bill and how much.
///
/// @param action where the form goes
/// @param askPayer whether the payer's name and postcode are asked for
/// @param changing whether the bill is in the basket already
/// @param back the page before
public record BillPage(
        String name, String label, String hint, String action, boolean askPayer, boolean changing, String back) {}
