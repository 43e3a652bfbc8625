package localgov.ims.portal;

import localgov.ims.councils.OfficeAddress;
import localgov.ims.platform.pages.QrCode;
import localgov.ims.portal.pages.PayLinkPage;
import org.springframework.stereotype.Component;

/// What a letter holds for its reader to pay by: a link and its QR code.
@Component
class Letters {
    private final OfficeAddress address;

    Letters(OfficeAddress address) {
        this.address = address;
    }

    /// @param face the fund in the language of the letter
    /// @param amount what is asked for; empty when the payer decides
    PayLinkPage.Letter of(FundFace face, String reference, String amount) {
        var link = new PayLink(face.fund().code(), reference, amount).tidied();
        var words = face.words();
        var whole = link.address(address.at(""), words.language());
        return new PayLinkPage.Letter(
                whole,
                QrCode.of(whole),
                words.say("portal.letter.scan"),
                face.name().text(),
                face.label().text(),
                link.reference(),
                TypedAmount.read(link.amount()) instanceof TypedAmount.Is(var money) ? words.money(money) : "",
                words.say("portal.letter.amount"));
    }
}
