package localgov.ims.portal.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import localgov.ims.platform.pages.QrCode;
import org.jspecify.annotations.Nullable;

/// Making the link and the QR code of a bill. What is printed is in the language of the letter, which need not be
/// that of the page.
///
/// @param back the account, or where accounts are found
/// @param path this page
/// @param funds to choose from; empty when the account is known
/// @param lang the language of the letter
/// @param letter absent before it is made
public record PayLinkPage(
        String back,
        String path,
        List<Option> funds,
        String lang,
        @Nullable Letter letter) {

    /// What is printed.
    ///
    /// @param amount what the letter asks for, as people write it; empty when it does not say
    public record Letter(
            String link,
            QrCode code,
            String scan,
            String name,
            String label,
            String number,
            String amount,
            String amountLabel) {}
}
