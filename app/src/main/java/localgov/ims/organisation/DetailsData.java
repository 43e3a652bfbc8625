package localgov.ims.organisation;

import static localgov.ims.settings.Field.anyColour;
import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.colour;
import static localgov.ims.settings.Field.email;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.webAddress;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Field;
import localgov.ims.settings.Part;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.SettingsPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What a council writes down of itself. Its key can be one thing only, so there is one entry or none.
@Configuration(proxyBeanMethods = false)
class DetailsData {
    static final String KEY = "council";
    static final String HEADER = "header_colour";
    static final String HEADER_TEXT = "header_text_colour";
    static final String BUTTON = "button_colour";
    static final String LINK = "link_colour";
    static final List<String> COLOURS = List.of(HEADER, HEADER_TEXT, BUTTON, LINK);

    static final ReferenceData DETAILS = ReferenceData.of(
                    "organisation_detail",
                    both("organisation details", "manylion y sefydliad"),
                    both("organisation details", "manylion y sefydliad"),
                    choice("code", "Whose", "Pwy", List.of(Field.Choice.of(KEY, "The council", "Y cyngor"))),
                    text("name", "Name", "Enw", 100)
                            .hint(
                                    "As it stands in the head of every page and in e-mails",
                                    "Fel y mae ym mhennawd pob tudalen ac mewn negeseuon e-bost"),
                    text("name_cy", "Name in Welsh", "Enw yn Gymraeg", 100).optional(),
                    text("strapline", "Strapline", "Llinell glo", 120)
                            .hint("A few words below the name on the portal", "Ychydig eiriau o dan yr enw ar y porth")
                            .optional(),
                    text("strapline_cy", "Strapline in Welsh", "Llinell glo yn Gymraeg", 120)
                            .optional(),
                    yesNo("logo_says_name", "The logo shows the name", "Mae’r logo yn dangos yr enw")
                            .hint(
                                    "Then the name is not written beside it",
                                    "Yna ni chaiff yr enw ei ysgrifennu wrth ei ymyl"),
                    anyColour(HEADER, "Colour of the header", "Lliw’r pennawd").optional(),
                    anyColour(HEADER_TEXT, "Colour of the words in the header", "Lliw’r geiriau yn y pennawd")
                            .optional(),
                    colour(BUTTON, "Colour of buttons", "Lliw botymau").optional(),
                    colour(LINK, "Colour of links", "Lliw dolenni").optional(),
                    longText("address", "Postal address", "Cyfeiriad post").optional(),
                    text("vat_number", "VAT registration number", "Rhif cofrestru TAW", 20)
                            .hint("For example, GB 999 9999 73", "Er enghraifft, GB 999 9999 73")
                            .optional(),
                    text("phone", "Phone number", "Rhif ffôn", 30)
                            .matching("\\+?[0-9][0-9 ()-]{4,28}")
                            .hint("For example, 01632 960 001", "Er enghraifft, 01632 960 001")
                            .optional(),
                    email("email", "Email address for payers", "Cyfeiriad e-bost i dalwyr")
                            .optional(),
                    webAddress("website", "Website", "Gwefan").optional(),
                    webAddress("other_ways", "Page about other ways to pay", "Tudalen am ffyrdd eraill o dalu")
                            .optional(),
                    webAddress("other_ways_cy", "The same in Welsh", "Yr un peth yn Gymraeg")
                            .optional(),
                    webAddress("privacy", "Privacy notice", "Hysbysiad preifatrwydd")
                            .optional(),
                    webAddress("privacy_cy", "Privacy notice in Welsh", "Hysbysiad preifatrwydd yn Gymraeg")
                            .optional(),
                    webAddress("accessibility", "Accessibility statement", "Datganiad hygyrchedd")
                            .optional(),
                    webAddress(
                                    "accessibility_cy",
                                    "Accessibility statement in Welsh",
                                    "Datganiad hygyrchedd yn Gymraeg")
                            .optional())
            .under(Part.COUNCIL)
            .rule(new WelshToo("strapline", "strapline_cy"))
            .rule(ColourRules::check)
            .rule(DetailsData::vatNumberHolds);

    @Bean
    @Order(1)
    ReferenceData organisationDetails() {
        return DETAILS;
    }

    @Bean
    SettingsPlace branding() {
        return new SettingsPlace(Part.COUNCIL, Phrase.both("logo and colours", "logo a lliwiau"), BrandingScreens.PATH);
    }

    /// The colours in answers in their plain form; the usual ones where there are none.
    static Colours colours(Map<String, String> answers) {
        return new Colours(
                or(answers, HEADER, Colours.USUAL.header()),
                or(answers, HEADER_TEXT, Colours.USUAL.headerText()),
                or(answers, BUTTON, Colours.USUAL.button()),
                or(answers, LINK, Colours.USUAL.link()));
    }

    private static String or(Map<String, String> answers, String column, String usual) {
        var answer = answers.getOrDefault(column, "");
        return answer.isEmpty() ? usual : answer;
    }

    private static Optional<Problem> vatNumberHolds(Map<String, String> answers) {
        var number = answers.getOrDefault("vat_number", "");
        return number.isEmpty() || VatNumber.read(number).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "vat_number",
                        "check-digit",
                        "This is no VAT registration number: check its digits. It has nine, and the last two follow"
                                + " from the others",
                        "Nid rhif cofrestru TAW yw hwn: gwiriwch y digidau. Mae ganddo naw, ac mae’r ddau olaf yn"
                                + " dilyn o’r lleill"));
    }
}
