package localgov.ims.access.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Showing once more who one is.
///
/// @param ask what is typed on this page: a one-time code, a password, or nothing
/// @param passkey whether a passkey will do instead
/// @param directory where one shows it to the council's directory instead; nothing when one did not sign in there
/// @param aside whether that happens in a tab of its own, because this page holds a form
/// @param action where the form goes
/// @param kept what was sent already and is sent again with the answer
public record ProvePage(
        Ask ask, boolean passkey, @Nullable String directory, boolean aside, String action, List<Kept> kept) {
    public enum Ask {
        CODE,
        PASSWORD,
        NOTHING
    }

    public record Kept(String name, String value) {}

    /// Whether the form on this page leads anywhere by itself.
    public boolean isForm() {
        return ask != Ask.NOTHING || aside;
    }
}
