package localgov.ims.handovers;

import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.secret;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Kind;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The systems that hand payers over as they did before. While there is none, nobody can.
@Configuration(proxyBeanMethods = false)
class HandoverData {
    static final String API_KEY = "api_key";
    static final String SECRET = "secret";
    private static final int SHORTEST = 32;

    static final ReferenceData SYSTEMS = ReferenceData.of(
                    "handovers_system",
                    both("system that hands payers over", "system sy’n trosglwyddo talwyr"),
                    both("systems that hand payers over", "systemau sy’n trosglwyddo talwyr"),
                    text("code", "Code", "Cod", 40)
                            .matching("[A-Za-z0-9-]{1,40}")
                            .hint(
                                    "What it sends as CallingApplicationID: letters, digits and hyphens",
                                    "Yr hyn y mae’n ei anfon fel CallingApplicationID: llythrennau, digidau a"
                                            + " chysylltnodau"),
                    text("name", "Name", "Enw", 100).hint("Payers read it", "Mae talwyr yn ei ddarllen"),
                    text(API_KEY, "Name of the API key", "Enw’r allwedd API", 60)
                            .hint(
                                    "It may have paid what this key may, and return to addresses that this key may use",
                                    "Caiff dalu’r hyn y caiff yr allwedd hon, a dychwelyd i gyfeiriadau y caiff yr allwedd"
                                            + " hon eu defnyddio"),
                    secret(SECRET, "Secret for browsers", "Cyfrinach ar gyfer porwyr")
                            .optional()
                            .hint(
                                    "With it the system signs what a payer’s browser brings: 32 characters or more, drawn by"
                                            + " chance. Without it only its own calls with the key are taken",
                                    "Gyda hi mae’r system yn llofnodi’r hyn y mae porwr talwr yn ei gludo: 32 nod neu fwy,"
                                            + " wedi’u tynnu ar hap. Hebddi dim ond ei galwadau ei hun gyda’r allwedd a"
                                            + " dderbynnir"),
                    longText("note", "Why", "Pam").optional())
            .under(Part.PROGRAMS)
            .needingApproval()
            .rule(HandoverData::secretIsLong);

    @Bean
    @Order(122)
    ReferenceData systemsThatHandOver() {
        return SYSTEMS;
    }

    private static Optional<Problem> secretIsLong(Map<String, String> answers) {
        var secret = answers.getOrDefault(SECRET, "");
        return secret.isEmpty() || secret.equals(Kind.KEPT) || secret.length() >= SHORTEST
                ? Optional.empty()
                : Optional.of(Problem.of(
                        SECRET,
                        "too-short",
                        "Secret for browsers must be 32 characters or more",
                        "Rhaid i’r gyfrinach ar gyfer porwyr fod yn 32 nod neu fwy"));
    }
}
