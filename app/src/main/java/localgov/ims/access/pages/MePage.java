package localgov.ims.access.pages;

import java.util.List;

/// One's own page.
///
/// @param codes whether one-time codes are asked for
/// @param mails how they are told of what needs two people, in words
/// @param codesState in words: on, with how many recovery codes left; or off
/// @param passkeysState how many passkeys they have, in words
public record MePage(
        String name,
        String email,
        boolean codes,
        String codesState,
        String passkeysState,
        String mails,
        List<Row> sessions) {
    /// Where they are signed in.
    ///
    /// @param where browser and address
    /// @param here whether it is this very session, which is ended by signing out
    public record Row(String id, String where, String address, String how, String since, String seen, boolean here) {}
}
