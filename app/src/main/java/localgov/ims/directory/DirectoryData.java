package localgov.ims.directory;

import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.email;
import static localgov.ims.settings.Field.secret;
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

/// What a council writes down about signing in. Each change takes two people: it decides who gets in.
@Configuration(proxyBeanMethods = false)
class DirectoryData {
    /// Over TLS; without it only on this very machine, where one tries things out.
    private static final String ISSUER = "https://[^\\s?#]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s?#]*)?";

    private static final String DOMAINS = "[a-z0-9.-]+(, ?[a-z0-9.-]+)*";

    static final ReferenceData DIRECTORIES = ReferenceData.of(
                    "directory_provider",
                    both("directory", "cyfeiriadur"),
                    both("directories", "cyfeiriaduron"),
                    text("code", "Code", "Cod", 20).matching("[A-Za-z0-9][A-Za-z0-9-]*"),
                    text("name", "Name on the button", "Enw ar y botwm", 40)
                            .hint("For example, Microsoft", "Er enghraifft, Microsoft"),
                    text("issuer", "Issuer", "Cyhoeddwr", 500)
                            .hint(
                                    "The address the directory calls itself by. For Microsoft Entra:"
                                            + " https://login.microsoftonline.com/ and your tenant’s id and /v2.0",
                                    "Y cyfeiriad y mae’r cyfeiriadur yn ei ddefnyddio amdano’i hun. Ar gyfer Microsoft"
                                            + " Entra: https://login.microsoftonline.com/ ac id eich tenant a /v2.0")
                            .matching(ISSUER),
                    text("client_id", "Client id", "Id y cleient", 200).matching("\\S+"),
                    secret("client_secret", "Client secret", "Cyfrinach y cleient")
                            .optional(),
                    text("groups_claim", "Claim that says the groups", "Hawliad sy’n dweud y grwpiau", 100)
                            .hint("Usually groups", "groups fel arfer")
                            .matching("[A-Za-z0-9_:./-]+"),
                    text(
                                    "address_claim",
                                    "Claim that says the email address",
                                    "Hawliad sy’n dweud y cyfeiriad e-bost",
                                    100)
                            .hint(
                                    "Usually email; for Microsoft Entra, preferred_username or email",
                                    "email fel arfer; ar gyfer Microsoft Entra, preferred_username neu email")
                            .matching("[A-Za-z0-9_:./-]+"),
                    yesNo(
                                    "vouches",
                                    "The council itself gives out all email addresses in it",
                                    "Y cyngor ei hun sy’n rhoi pob cyfeiriad e-bost sydd ynddo")
                            .hint(
                                    "Microsoft Entra does not say whether an address was checked. Say yes only for your"
                                            + " own tenant",
                                    "Nid yw Microsoft Entra yn dweud a gafodd cyfeiriad ei wirio. Atebwch ie ar gyfer"
                                            + " eich tenant eich hun yn unig"),
                    text("domains", "Domains of email addresses that count", "Parthau e-bost sy’n cyfrif", 500)
                            .hint("With commas between: council.gov.uk", "Gyda choma rhyngddynt: cyngor.gov.uk")
                            .matching(DOMAINS),
                    yesNo("open", "People can sign in with it", "Gall pobl fewngofnodi ag ef"))
            .under(Part.COUNCIL)
            .needingApproval();

    static final ReferenceData RULES = ReferenceData.of(
                    "directory_rule",
                    both("sign-in rule", "rheol mewngofnodi"),
                    both("sign-in rules", "rheolau mewngofnodi"),
                    date("from_day", "From", "O"),
                    yesNo(
                                    "passwords_off",
                                    "Everybody signs in with a directory",
                                    "Mae pawb yn mewngofnodi â chyfeiriadur")
                            .hint(
                                    "Passwords then open nothing, except for the emergency people. Holds only while"
                                            + " people can sign in with a directory",
                                    "Nid yw cyfrineiriau’n agor dim wedyn, ond i’r bobl argyfwng. Dim ond tra gall pobl"
                                            + " fewngofnodi â chyfeiriadur y mae’n dal"),
                    yesNo("second_factor", "A password alone is not enough", "Nid yw cyfrinair yn unig yn ddigon")
                            .hint(
                                    "Whoever has neither one-time codes nor a passkey sets one up first",
                                    "Rhaid i bwy bynnag sydd heb godau un-tro na goriad pas osod un yn gyntaf"),
                    text("reason", "Why", "Pam", 200).optional())
            .under(Part.COUNCIL)
            .needingApproval();

    static final ReferenceData EMERGENCY_PEOPLE = ReferenceData.of(
                    "directory_emergency_person",
                    both("emergency person", "person argyfwng"),
                    both("emergency people", "pobl argyfwng"),
                    email("email", "Email address", "Cyfeiriad e-bost")
                            .hint(
                                    "They can sign in with password and one-time code when everybody else needs the"
                                            + " directory. Each time, all who look after people are told",
                                    "Gallant fewngofnodi â chyfrinair a chod un-tro pan fydd ar bawb arall angen y"
                                            + " cyfeiriadur. Bob tro, caiff pawb sy’n gofalu am bobl wybod"),
                    text("reason", "Why", "Pam", 200).optional())
            .under(Part.COUNCIL)
            .rule(DirectoryData::inSmallLetters)
            .needingApproval();

    /// People are known by their address in small letters.
    private static Optional<Problem> inSmallLetters(Map<String, String> answers) {
        var email = answers.getOrDefault("email", "");
        return email.equals(email.toLowerCase(java.util.Locale.ROOT))
                ? Optional.empty()
                : Optional.of(new Problem(
                        "email",
                        "form",
                        both("Write the address in small letters", "Ysgrifennwch y cyfeiriad mewn llythrennau bach")));
    }

    @Bean
    @Order(3)
    ReferenceData directories() {
        return DIRECTORIES;
    }

    @Bean
    @Order(4)
    ReferenceData signInRules() {
        return RULES;
    }

    @Bean
    @Order(5)
    ReferenceData emergencyPeople() {
        return EMERGENCY_PEOPLE;
    }
}
