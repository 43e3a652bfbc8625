package localgov.ims.accounts.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// Looking for an account holder, and those that were found.
///
/// @param count how many were found, as a sentence; absent before anything was looked for
/// @param further what the council has added that stands in lists, by its names
/// @param narrow that not all are shown, as a sentence; absent when they are
/// @param mayLoad whether whoever looks may bring accounts in
public record AccountsPage(
        List<Option> funds,
        @Nullable String count,
        List<String> further,
        List<Row> rows,
        @Nullable String narrow,
        boolean mayLoad) {

    /// @param balance empty when the service does not say
    /// @param further what was answered to each of what the council has added; empty where nothing was
    public record Row(
            String href,
            String name,
            String address,
            String number,
            String fund,
            String balance,
            boolean stopped,
            List<String> further) {}

    /// An account in the list that opens while somebody types.
    public record Suggested(String words, String href) {}
}
