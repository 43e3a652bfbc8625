package localgov.ims.advices.pages;

import gg.jte.Content;
import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// A debit that came back, and which receipts it might be about.
///
/// @param explained how it stands, in a sentence
/// @param toDo what has to be done besides
/// @param receipt where its receipt is; absent while that is not known, or for those who may not look
/// @param file which file told it
/// @param bank what statements say of the same amount about then
/// @param mayDecide whether whoever looks may say which receipt it is
public record ReturnPage(
        String self,
        String title,
        String state,
        String colour,
        String explained,
        Content toDo,
        List<SummaryRow> facts,
        @Nullable String receipt,
        String file,
        boolean open,
        boolean mayDecide,
        List<Candidate> candidates,
        List<BankSaid> bank) {

    /// A line of the bank's statements that may be about it.
    public record BankSaid(String href, String booked, String said) {}

    /// A receipt that it might be about.
    ///
    /// @param place its line in the book
    /// @param name fund and account
    /// @param reasons what speaks for it, and against it
    /// @param href the receipt; absent for those who may not look
    /// @param unseen which one it is, for those who hear the button alone
    /// @param choosable whether whoever looks may say that it is this one
    public record Candidate(
            String place,
            String name,
            String received,
            String payer,
            List<String> reasons,
            @Nullable String href,
            String unseen,
            boolean choosable) {}
}
