package localgov.ims.portal.pages;

import java.util.List;
import localgov.ims.platform.words.Written;
import org.jspecify.annotations.Nullable;

/// Which bill and how much.
///
/// @param action where the form goes
/// @param fund the code of what is paid
/// @param askPayer whether the payer's name and address are asked for
/// @param mayAskDue whether the payer may ask what is due
/// @param due what is due, in words; absent before that is known
/// @param price what it costs, where nothing else can be paid; absent where the payer says how much
/// @param filledIn whether a letter's link has filled in the form
/// @param changing whether the bill is in the basket already
/// @param back the page before
/// @param notices what the council says about all of this kind
/// @param ways how else it may be paid than all at once
public record BillPage(
        Written name,
        Written label,
        Written hint,
        String action,
        String fund,
        boolean askPayer,
        boolean mayAskDue,
        @Nullable String due,
        @Nullable String price,
        boolean filledIn,
        boolean changing,
        String back,
        List<Notice> notices,
        List<Way> ways) {
    public BillPage {
        notices = List.copyOf(notices);
        ways = List.copyOf(ways);
    }

    /// Another way to pay than all at once.
    public record Way(String words, String why, String href) {}

    /// Whether none of this kind can be paid now.
    public boolean isStopped() {
        return notices.stream().anyMatch(Notice::stops);
    }
}
