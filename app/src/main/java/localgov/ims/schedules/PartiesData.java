package localgov.ims.schedules;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Who pays over what they collected for the council, as it writes them down. Whatever decides whose money is takes two
/// people; the name does not.
@Configuration(proxyBeanMethods = false)
class PartiesData {
    static final ReferenceData PARTIES = ReferenceData.of(
                    "schedules_party",
                    both("third party", "trydydd parti"),
                    both("third parties", "trydydd partïon"),
                    text("code", "Code", "Cod", 30).matching("[a-z0-9][a-z0-9-]*"),
                    text("name", "Name", "Enw", 100),
                    choice("method", "How it pays over", "Sut y mae’n trosglwyddo arian", "methods-of-payment")
                            .hint(
                                    "The method of payment of the lines in its schedules",
                                    "Dull talu’r llinellau yn ei amserlenni"),
                    choice("source", "Where its schedules come from", "O ble y daw ei amserlenni", "import-sources")
                            .optional()
                            .hint(
                                    "Leave it blank where the files of several come from one place. A person then says"
                                            + " whose each schedule is",
                                    "Gadewch yn wag lle daw ffeiliau sawl un o’r un lle. Bydd person wedyn yn dweud pwy"
                                            + " biau pob amserlen"),
                    text("says", "What a line of the bank says", "Beth y mae llinell y banc yn ei ddweud", 100)
                            .optional()
                            .matching("(?=(.*[\\p{L}\\p{N}]){4}).*")
                            .hint(
                                    "Whole words in the payer’s name or the text of the line, at least 4 characters",
                                    "Geiriau cyfan yn enw’r talwr neu yn nhestun y llinell, o leiaf 4 nod"),
                    text("payer_account", "Bank account it pays from", "Y cyfrif banc y mae’n talu ohono", 34)
                            .optional()
                            .matching("\\d{14}|[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")
                            .inPart()
                            .hint(
                                    "Sort code and account number together, 14 digits, or an IBAN without spaces. Where"
                                            + " you write down both, a line must have both",
                                    "Cod didoli a rhif cyfrif gyda’i gilydd, 14 digid, neu IBAN heb fylchau. Lle"
                                            + " ysgrifennwch y ddau, rhaid i linell fod â’r ddau"),
                    number("days", "Days between a schedule and its money", "Diwrnodau rhwng amserlen a’i harian")
                            .matching("\\d|[1-3]\\d|4[0-5]")
                            .hint(
                                    "How far apart they may come, whichever is first: 0 to 45",
                                    "Pa mor bell oddi wrth ei gilydd y cânt ddod, p’un bynnag sydd gyntaf: 0 i 45"),
                    yesNo("open", "Pays over", "Yn trosglwyddo arian"))
            .rule(PartiesData::isKnownBySomething)
            .guarding("method", "source", "says", "payer_account", "days", "open")
            .under(Part.ARRIVING);

    private static Optional<Problem> isKnownBySomething(Map<String, String> answers) {
        return answers.getOrDefault("says", "").isEmpty()
                        && answers.getOrDefault("payer_account", "").isEmpty()
                ? Optional.of(Problem.of(
                        "says",
                        "unknown",
                        "Enter what a line of the bank says, or the bank account it pays from",
                        "Rhowch yr hyn y mae llinell y banc yn ei ddweud, neu’r cyfrif banc y mae’n talu ohono"))
                : Optional.empty();
    }

    @Bean
    @Order(57)
    ReferenceData thirdParties() {
        return PARTIES;
    }
}
