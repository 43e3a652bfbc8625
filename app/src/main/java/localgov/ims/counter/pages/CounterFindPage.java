package localgov.ims.counter.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// Looking for the account that is paid.
///
/// @param count how many were found, as a sentence; absent before anything was looked for
/// @param byName whether whoever asks may see account holders, and so find them by name
/// @param typed funds to which the number belongs as it was typed
public record CounterFindPage(
        String self,
        String back,
        List<Option> funds,
        boolean byName,
        @Nullable String count,
        List<Row> rows,
        List<Typed> typed) {

    /// @param balance empty when the service does not say
    public record Row(String href, String name, String address, String number, String fund, String balance) {}

    /// @param number as it was typed, to be sent for this fund
    public record Typed(String words, String fund, String number) {}

    /// An account in the list that opens while somebody types.
    public record Suggested(String words, String href) {}
}
