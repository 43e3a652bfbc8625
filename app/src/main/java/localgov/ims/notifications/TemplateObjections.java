package localgov.ims.notifications;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.messages.MessageKind;
import localgov.ims.messages.TemplatesAtNotify;
import localgov.ims.messages.TemplatesAtNotify.Looked;
import localgov.ims.messages.Wording;
import localgov.ims.platform.words.Language;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Problem;
import org.springframework.stereotype.Component;

/// What is against a template at GOV.UK Notify: that it is not there, that it wants what our messages do not
/// have, and that it does not say what they must. It is looked at there, before it is written down.
@Component
class TemplateObjections implements Objection {
    private final WordingData data;
    private final TemplatesAtNotify templates;

    TemplateObjections(WordingData data, TemplatesAtNotify templates) {
        this.data = data;
        this.templates = templates;
    }

    @Override
    public Optional<Problem> to(String type, Map<String, String> after) {
        return type.equals(data.type().slug())
                ? data.kind(after)
                        .flatMap(kind -> Stream.of(Language.values())
                                .flatMap(language -> problem(kind, after, WordingData.templateIn(language)).stream())
                                .findFirst())
                : Optional.empty();
    }

    private Optional<Problem> problem(MessageKind kind, Map<String, String> after, String column) {
        var id = WordingData.said(after, column);
        return id.isEmpty()
                ? Optional.empty()
                : switch (templates.template(UUID.fromString(id))) {
                    case Looked.Found(var subject, var text) -> blanks(kind, column, subject + " " + text);
                    case Looked.Refused _ ->
                        Optional.of(Problem.of(
                                column,
                                "not-there",
                                "GOV.UK Notify has no template for e-mails with this id",
                                "Nid oes gan GOV.UK Notify dempled ar gyfer e-byst â’r id hwn"));
                    case Looked.NoAnswer _ ->
                        Optional.of(Problem.of(
                                column,
                                "no-answer",
                                "GOV.UK Notify did not answer, so the template could not be looked at. Try again later",
                                "Ni atebodd GOV.UK Notify, felly nid oedd modd edrych ar y templed. Rhowch gynnig arall"
                                        + " arni yn nes ymlaen"));
                    case Looked.NotConnected _ ->
                        Optional.of(Problem.of(
                                column,
                                "not-connected",
                                "GOV.UK Notify does not carry this council’s e-mails",
                                "Nid GOV.UK Notify sy’n cludo e-byst y cyngor hwn"));
                };
    }

    /// A subject and a text, as the rooms write them, may stand in any template.
    private static Optional<Problem> blanks(MessageKind kind, String column, String words) {
        var whole = kind.has("subject", "", "").has("text", "", "");
        var unknown = WordingData.unknown(whole, words);
        if (unknown.isPresent()) {
            return Optional.of(Problem.of(
                    column,
                    "blank",
                    "The template wants ((%s)), and a message of this kind has %s"
                            .formatted(unknown.get(), WordingData.named(whole)),
                    "Mae’r templed yn gofyn am ((%s)), ac mae gan neges o’r math hwn %s"
                            .formatted(unknown.get(), WordingData.named(whole))));
        }
        boolean saysAll = Wording.blanks(words).contains("text");
        return saysAll
                ? Optional.empty()
                : WordingData.missing(kind, words)
                        .map(name -> Problem.of(
                                column,
                                "needed",
                                "The template must say ((%s))".formatted(name),
                                "Rhaid i’r templed ddweud ((%s))".formatted(name)));
    }
}
