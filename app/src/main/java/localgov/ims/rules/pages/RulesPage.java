package localgov.ims.rules.pages;

import java.util.List;

/// The rules in their order.
///
/// @param unread rules that decide nothing, because nobody can tell from what is kept when they hold
/// @param since the day from which what they decided is counted
public record RulesPage(List<Row> rows, List<Unread> unread, boolean mayChange, String since) {
    public record Unread(String name, String href) {}

    /// @param when where its condition is put together
    /// @param decided how many lines it decided, and `suspense` how many of those went to suspense
    public record Row(
            String position, String name, String href, String when, String sentence, String decided, String suspense) {}
}
