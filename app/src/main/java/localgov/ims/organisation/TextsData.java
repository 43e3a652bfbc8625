package localgov.ims.organisation;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Phrase.both;

import java.util.stream.Stream;
import localgov.ims.settings.Field;
import localgov.ims.settings.Part;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The texts that a council words itself. Which there are, the code says.
@Configuration(proxyBeanMethods = false)
class TextsData {
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
                                                    + " fel [geiriau](https://example.org)"),
                            longText("text_cy", "Text in Welsh", "Testun yn Gymraeg")),
                    "text",
                    "text_cy")
            .under(Part.TELLING);

    @Bean
    @Order(91)
    ReferenceData texts() {
        return TEXTS;
    }
}
