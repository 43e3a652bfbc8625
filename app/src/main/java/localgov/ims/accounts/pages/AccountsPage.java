package localgov.ims.accounts.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// Looking for an account holder, and those that were found.
///
/// @param count how many were found, as a sentence; absent before anything was looked for
/// @param narrow that not all are shown, as a sentence; absent when they are
public record AccountsPage(
        List<Option> funds,
        @Nullable String count,
        List<Row> rows,
        @Nullable String narrow) {

    /// @param balance empty when the service does not say
    public record Row(
            String href, String name, String address, String number, String fund, String balance, boolean stopped) {}

    /// An account in the list that opens while somebody types.
    public record Suggested(String words, String href) {}
}
