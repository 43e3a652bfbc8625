package localgov.ims.organisation;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.settings.Field;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The texts that a council words itself. Which there are, the code says.
@Configuration(proxyBeanMethods = false)
class TextsData {
    static final String SILENT = "silent";

    static final ReferenceData TEXTS = HarmlessLinks.in(
                    ReferenceData.of(
                            "organisation_text",
                            both("text", "testun"),
                            both("texts", "testunau"),
                            choice(
                                    "code",
                                    "Which text",
                                    "Pa destun",
                                    Stream.of(ChangeableText.values())
                                            .map(text -> new Field.Choice(text.code(), text.label(), text.usual()))
                                            .toList()),
                            longText("text", "Text", "Testun")
                                    .hint(
                                            "Plain words; an empty line begins a paragraph. A link is written"
                                                    + " [words](https://example.org)",
                                            "Geiriau plaen; mae llinell wag yn dechrau paragraff. Ysgrifennir dolen"
                                                    + " fel [geiriau](https://example.org)")
                                    .optional(),
                            longText("text_cy", "Text in Welsh", "Testun yn Gymraeg")
                                    .optional(),
                            yesNo(SILENT, "Say nothing here", "Dweud dim yma")
                                    .hint(
                                            "Neither these words nor the usual ones are shown",
                                            "Ni ddangosir y geiriau hyn na’r rhai arferol")),
                    "text",
                    "text_cy")
            .rule(answers -> said(answers, "text", "Enter text", "Testun: rhowch ateb"))
            .rule(answers -> said(answers, "text_cy", "Enter text in Welsh", "Testun yn Gymraeg: rhowch ateb"))
            .under(Part.TELLING);

    /// Unless nothing is to be said, it is said in both languages.
    private static Optional<Problem> said(Map<String, String> answers, String column, String english, String welsh) {
        boolean says = !answers.getOrDefault(column, "").isEmpty()
                || answers.getOrDefault(SILENT, "").equals("yes");
        return says
                ? Optional.empty()
                : Optional.of(Problem.of(
                        column,
                        "required",
                        english + ", or choose to say nothing here",
                        welsh + ", neu dewiswch ddweud dim yma"));
    }

    @Bean
    @Order(91)
    ReferenceData texts() {
        return TEXTS;
    }
}
