package localgov.ims.organisation;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.councils.Councils;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.messages.Letterhead;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import org.springframework.stereotype.Component;

/// The council's e-mails come in its name and end with how it can be reached and its own last words.
@Component
class OrganisationLetterhead implements Letterhead {
    private final Organisation organisation;
    private final Texts texts;
    private final WordBook book;
    private final Councils councils;

    OrganisationLetterhead(Organisation organisation, Texts texts, WordBook book, Councils councils) {
        this.organisation = organisation;
        this.texts = texts;
        this.book = book;
        this.councils = councils;
    }

    @Override
    public String sender(Language language) {
        var details = organisation.now().details();
        var name = book.in(language).either(details.say("name"), details.say("name_cy"));
        return name.isEmpty() ? registered() : name;
    }

    /// The name in the register, until the council has written down another.
    private String registered() {
        return councils.all().stream()
                .filter(council -> council.id().equals(CurrentCouncil.id()))
                .map(Councils.Council::name)
                .findFirst()
                .orElse("");
    }

    @Override
    public String below(Language language) {
        var words = book.in(language);
        var details = organisation.now().details();
        var reach = Stream.of(
                        labelled(words.say("page.footer.phone"), details.say("phone")),
                        labelled(words.say("page.footer.email"), details.say("email")),
                        details.say("website"))
                .filter(line -> !line.isEmpty());
        var last =
                Stream.of("", texts.say(ChangeableText.EMAIL_FOOTER, language).plain());
        return Stream.of(details.address().stream(), reach, last)
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    private static String labelled(String label, String value) {
        return value.isEmpty() ? "" : label + ": " + value;
    }
}
