package localgov.ims.notifications;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Phrase.both;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.messages.MessageKind;
import localgov.ims.messages.MessageKinds;
import localgov.ims.messages.Wording;
import localgov.ims.platform.words.Language;
import localgov.ims.settings.Field;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.stereotype.Component;

/// How a council words an e-mail to payers from a day on: in its own words, by a template that it has at GOV.UK
/// Notify, or both. Which kinds there are, the rooms that send them say.
@Component
class WordingData {
    static final String KIND = "kind";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int LONGEST_SUBJECT = 200;

    private final MessageKinds kinds;
    private final ReferenceData type;

    WordingData(MessageKinds kinds) {
        this.kinds = kinds;
        this.type = ReferenceData.of(
                        "notifications_wording",
                        both("message wording", "geiriad neges"),
                        both("message wordings", "geiriadau negeseuon"),
                        choice(KIND, "Kind of message", "Math o neges", choices(kinds.all())),
                        subject(Language.ENGLISH, "Subject", "Pwnc"),
                        words(Language.ENGLISH, "Text", "Testun"),
                        subject(Language.WELSH, "Subject in Welsh", "Pwnc yn Gymraeg"),
                        words(Language.WELSH, "Text in Welsh", "Testun yn Gymraeg"),
                        template(Language.ENGLISH, "Template at GOV.UK Notify", "Templed yn GOV.UK Notify"),
                        template(Language.WELSH, "Welsh template at GOV.UK Notify", "Templed Cymraeg yn GOV.UK Notify"))
                .from(date("from_day", "From", "O"))
                .under(Part.TELLING)
                .rule(this::saysSomething)
                .rule(answers -> isWhole(answers, Language.ENGLISH))
                .rule(answers -> isWhole(answers, Language.WELSH))
                .rule(answers -> itsBlanksAreKnown(answers, Language.ENGLISH))
                .rule(answers -> itsBlanksAreKnown(answers, Language.WELSH))
                .rule(answers -> nothingNeededIsMissing(answers, Language.ENGLISH))
                .rule(answers -> nothingNeededIsMissing(answers, Language.WELSH));
    }

    ReferenceData type() {
        return type;
    }

    private static List<Field.Choice> choices(List<MessageKind> kinds) {
        return kinds.stream()
                .map(kind -> Field.Choice.of(code(kind), kind.english(), kind.welsh()))
                .toList();
    }

    /// Keys of entries stand in addresses: `portal-receipt`.
    static String code(MessageKind kind) {
        return code(kind.about());
    }

    static String code(String about) {
        return about.replace('.', '-');
    }

    private static Field subject(Language language, String label, String welsh) {
        return text(subjectIn(language), label, welsh, LONGEST_SUBJECT).optional();
    }

    private static Field words(Language language, String label, String welsh) {
        return longText(textIn(language), label, welsh)
                .hint(
                        "What differs from message to message stands in two brackets, like ((amount)). Try it out to see"
                                + " which there are. Without words of your own the usual ones are sent",
                        "Mae’r hyn sy’n wahanol o neges i neges rhwng dau fachyn, fel ((amount)). Rhowch gynnig arno i"
                                + " weld pa rai sydd. Heb eich geiriau eich hun anfonir y rhai arferol")
                .optional();
    }

    private static Field template(Language language, String label, String welsh) {
        return text(templateIn(language), label, welsh, 36)
                .hint(
                        "Its id there. Without one the words above go out by the template for all messages",
                        "Ei id yno. Heb un mae’r geiriau uchod yn mynd allan drwy’r templed ar gyfer pob neges")
                .matching(UUID_FORM)
                .optional();
    }

    static String subjectIn(Language language) {
        return language == Language.WELSH ? "subject_cy" : "subject";
    }

    static String textIn(Language language) {
        return language == Language.WELSH ? "text_cy" : "text";
    }

    static String templateIn(Language language) {
        return language == Language.WELSH ? "template_cy" : "template";
    }

    static String said(Map<String, String> answers, String column) {
        return answers.getOrDefault(column, "");
    }

    Optional<MessageKind> kind(Map<String, String> answers) {
        return kinds.all().stream()
                .filter(kind -> code(kind).equals(said(answers, KIND)))
                .findFirst();
    }

    private Optional<Problem> saysSomething(Map<String, String> answers) {
        return Stream.of(Language.values())
                        .flatMap(language -> Stream.of(textIn(language), templateIn(language)))
                        .allMatch(column -> said(answers, column).isEmpty())
                ? Optional.of(Problem.of("text", "nothing", "Enter a text or a template", "Rhowch destun neu dempled"))
                : Optional.empty();
    }

    private static Optional<Problem> isWhole(Map<String, String> answers, Language language) {
        boolean subject = !said(answers, subjectIn(language)).isEmpty();
        boolean text = !said(answers, textIn(language)).isEmpty();
        return subject == text
                ? Optional.empty()
                : Optional.of(Problem.of(
                        subject ? textIn(language) : subjectIn(language),
                        "half",
                        "A subject and a text go together",
                        "Mae pwnc a thestun yn mynd gyda’i gilydd"));
    }

    private Optional<Problem> itsBlanksAreKnown(Map<String, String> answers, Language language) {
        return kind(answers)
                .flatMap(kind -> Stream.of(subjectIn(language), textIn(language))
                        .flatMap(column -> unknown(kind, said(answers, column))
                                .map(name -> Problem.of(
                                        column,
                                        "blank",
                                        "A message of this kind has no ((%s)). It has %s".formatted(name, named(kind)),
                                        "Nid oes ((%s)) mewn neges o’r math hwn. Mae ganddi %s"
                                                .formatted(name, named(kind))))
                                .stream())
                        .findFirst());
    }

    private Optional<Problem> nothingNeededIsMissing(Map<String, String> answers, Language language) {
        var text = said(answers, textIn(language));
        return text.isEmpty()
                ? Optional.empty()
                : kind(answers)
                        .flatMap(kind -> missing(kind, said(answers, subjectIn(language)) + " " + text)
                                .map(name -> Problem.of(
                                        textIn(language),
                                        "needed",
                                        "A message of this kind must say ((%s))".formatted(name),
                                        "Rhaid i neges o’r math hwn ddweud ((%s))".formatted(name))));
    }

    /// The first blank that e-mails of this kind know nothing of.
    static Optional<String> unknown(MessageKind kind, String words) {
        return Wording.blanks(words).stream()
                .filter(name -> kind.blank(name).isEmpty())
                .findFirst();
    }

    /// The first blank that words for this kind have to have.
    static Optional<String> missing(MessageKind kind, String words) {
        var there = Wording.blanks(words);
        return kind.blanks().stream()
                .filter(MessageKind.Blank::needed)
                .map(MessageKind.Blank::name)
                .filter(name -> !there.contains(name))
                .findFirst();
    }

    static String named(MessageKind kind) {
        return String.join(
                ", ",
                kind.blanks().stream().map(blank -> "((" + blank.name() + "))").toList());
    }
}
