package localgov.ims.access.pages;

import java.util.List;

/// Showing once more who one is.
///
/// @param byCode whether a one-time code is asked for, else the password
/// @param action where the form goes
/// @param kept what was sent already and is sent again with the answer
public record ProvePage(boolean byCode, String action, List<Kept> kept) {
    public record Kept(String name, String value) {}
}
