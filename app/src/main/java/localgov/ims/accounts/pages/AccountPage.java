package localgov.ims.accounts.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One account holder, what is owed and what was paid.
///
/// @param stopped why payments are refused; absent when they are not
/// @param messages what the fund says of it today, to payers and to staff
/// @param history what the book has of it; absent when whoever asks may not see it
/// @param next where older entries are; absent at the end
/// @param audit where it is told who looked at it and what happened to it; absent for whoever may not see it
/// @param change where it is corrected; absent for whoever may not
/// @param payLink where its link for letters is made; absent when the public cannot pay it
/// @param first where the newest are; absent there
/// @param affairs what other rooms know of it
/// @param beginnings what may be begun for it elsewhere
public record AccountPage(
        String back,
        String name,
        String number,
        @Nullable String stopped,
        List<Message> messages,
        List<SummaryRow> facts,
        @Nullable List<Entry> history,
        @Nullable String next,
        @Nullable String first,
        @Nullable String audit,
        @Nullable String change,
        @Nullable String payLink,
        List<Affair> affairs,
        List<Beginning> beginnings) {

    /// What may be begun for it elsewhere.
    public record Beginning(String text, String href) {}

    /// What another room has to say of it.
    public record Affair(String text, String more, String state, String colour, String href) {}

    /// @param whom who is told, in words
    public record Message(String text, String whom, boolean stops) {}

    /// @param in what came in; empty when it went out
    /// @param out what went out; empty when it came in
    public record Entry(String day, String href, String how, String text, String in, String out) {}
}
