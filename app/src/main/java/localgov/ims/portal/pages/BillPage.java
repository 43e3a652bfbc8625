package localgov.ims.portal.pages;

import java.util.List;

/// Which bill and how much.
///
/// @param action where the form goes
/// @param askPayer whether the payer's name and postcode are asked for
/// @param changing whether the bill is in the basket already
/// @param back the page before
/// @param notices what the council says about all of this kind
public record BillPage(
        String name,
        String label,
        String hint,
        String action,
        boolean askPayer,
        boolean changing,
        String back,
        List<Notice> notices) {
    public BillPage {
        notices = List.copyOf(notices);
    }

    /// Whether none of this kind can be paid now.
    public boolean isStopped() {
        return notices.stream().anyMatch(Notice::stops);
    }
}
