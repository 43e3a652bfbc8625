package localgov.ims.portal.pages;

/// Whether a receipt is genuine.
///
/// @param genuine then the rest is what it says, as we signed it
/// @param returned whether its bank did not pay it in the end
/// @param test whether nothing of it was money
/// @param ends how its number ends
public record VerifyPage(boolean genuine, boolean returned, boolean test, String amount, String day, String ends) {
    public static final VerifyPage NOT = new VerifyPage(false, false, false, "", "", "");
}
