package localgov.ims.agreements;

import java.util.Optional;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.kernel.PublicReference;
import localgov.ims.portal.SignedLinks;
import org.springframework.stereotype.Component;

/// Addresses that open one agreement to its payer, signed by the council. They stand in every e-mail about it.
@Component
class AgreementLinks {
    private static final String PURPOSE = "agreement";
    private static final String PATH = "/agreements/";

    private final SignedLinks links;
    private final OfficeAddress address;

    AgreementLinks(SignedLinks links, OfficeAddress address) {
        this.links = links;
        this.address = address;
    }

    /// Where the payer sees it.
    String path(Agreement agreement) {
        return signed(agreement)
                .orElseThrow(() -> new IllegalStateException("The key that signs addresses cannot be opened"));
    }

    /// The same for an e-mail; nothing where no key can be opened, because what is told must not wait for it.
    Optional<String> address(Agreement agreement) {
        return signed(agreement).map(address::at);
    }

    private Optional<String> signed(Agreement agreement) {
        return links.sign(PURPOSE, agreement.reference().value()).map(token -> PATH + token);
    }

    String paymentAddress(PublicReference payment) {
        return address.at("/payments/" + payment);
    }

    /// Which agreement it opens; nothing when nobody of this council signed it.
    Optional<PublicReference> read(String token) {
        return links.read(PURPOSE, token).flatMap(PublicReference::read);
    }
}
