package localgov.ims.payments;

import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import localgov.ims.kernel.PlainAddress;
import localgov.ims.platform.ImsSettings;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What a council writes down about payers who come from other sites.
@Configuration(proxyBeanMethods = false)
class PaymentsData {
    static final String ADDRESS = "address";
    static final String API_KEY = "api_key";

    static final ReferenceData RETURN_ADDRESSES = ReferenceData.of(
                    "payments_return_address",
                    both("return address", "cyfeiriad dychwelyd"),
                    both("return addresses", "cyfeiriadau dychwelyd"),
                    text("code", "Code", "Cod", 40)
                            .matching("[a-z0-9-]{1,40}")
                            .hint("Small letters, digits and hyphens", "Llythrennau bach, digidau a chysylltnodau"),
                    text(ADDRESS, "Address", "Cyfeiriad", 500)
                            .matching("https?://\\S+")
                            .hint(
                                    "Payers may be sent to this address and to those below it, such as"
                                            + " https://forms.example.gov.uk/paid",
                                    "Gellir anfon talwyr i’r cyfeiriad hwn ac i’r rhai oddi tano, fel"
                                            + " https://forms.example.gov.uk/paid"),
                    text(API_KEY, "Name of the API key", "Enw’r allwedd API", 100)
                            .optional()
                            .hint(
                                    "Only payments made with this key may use it. Blank for every key",
                                    "Dim ond taliadau a wnaed gyda’r allwedd hon a gaiff ei ddefnyddio. Gwag ar gyfer pob"
                                            + " allwedd"),
                    longText("note", "Why", "Pam").optional())
            .under(Part.PROGRAMS)
            .needingApproval()
            .rule(PaymentsData::addressIsPlain);

    @Bean
    @Order(120)
    ReferenceData returnAddresses() {
        return RETURN_ADDRESSES;
    }

    private static Optional<Problem> addressIsPlain(Map<String, String> answers) {
        var given = answers.getOrDefault(ADDRESS, "");
        var read = PlainAddress.read(given).filter(address -> address.query().isEmpty());
        if (read.isEmpty()) {
            return Optional.of(Problem.of(
                    ADDRESS,
                    "unsafe",
                    "Address must be a plain one that begins with https://, without a user, a question mark, a number sign"
                            + " or steps up",
                    "Rhaid i’r cyfeiriad fod yn un plaen sy’n dechrau â https://, heb ddefnyddiwr, gofynnod, arwydd rhif"
                            + " na chamau i fyny"));
        }
        var plain = read.get().toString();
        return given.equals(plain) || (given + "/").equals(plain)
                ? Optional.empty()
                : Optional.of(new Problem(
                        ADDRESS,
                        "not-plain",
                        both("Write the address as " + plain, "Ysgrifennwch y cyfeiriad fel " + plain)));
    }

    /// Only in a demonstration do payers sit at the machine that they are sent to.
    @Bean
    Objection toReturningToThisMachine(ImsSettings operator) {
        return (type, after) -> type.equals(RETURN_ADDRESSES.slug())
                        && !operator.demo()
                        && PlainAddress.read(after.getOrDefault(ADDRESS, ""))
                                .filter(PlainAddress::isThisMachine)
                                .isPresent()
                ? Optional.of(Problem.of(
                        ADDRESS,
                        "this-machine",
                        "Address must be one that payers can reach",
                        "Rhaid i’r cyfeiriad fod yn un y gall talwyr ei gyrraedd"))
                : Optional.empty();
    }
}
