package localgov.ims.portal.pages;

import localgov.ims.platform.pages.QrCode;

/// The link and the QR code of an account. What is printed is in the language of the letter, which need not be
/// that of the page.
///
/// @param back the account
/// @param path this page
/// @param lang the language of the letter
/// @param amount what the letter asks for, as people write it; empty when it does not say
public record PayLinkPage(
        String back,
        String path,
        String link,
        QrCode code,
        String lang,
        String scan,
        String name,
        String label,
        String number,
        String amount,
        String amountLabel) {}
