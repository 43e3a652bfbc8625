package localgov.ims.approvals.pages;

import java.util.List;

/// Who approves in somebody's place.
///
/// @param named whom the person who looks has named
/// @param standingIn for whom they stand in today, one sentence each
/// @param mayName whether they may name somebody
/// @param key makes naming somebody the same when it is sent twice
public record StandInsPage(List<Row> named, List<String> standingIn, boolean mayName, String key) {
    /// @param end where ending it is sent
    /// @param now whether it holds today
    public record Row(String name, String from, String to, String end, boolean now) {}
}
