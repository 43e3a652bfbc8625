package localgov.ims.notifications;

import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.messages.MessageKind;
import localgov.ims.messages.TemplatesAtNotify;
import localgov.ims.messages.TemplatesAtNotify.Looked;
import localgov.ims.messages.Wording;
import localgov.ims.notifications.pages.TriedWording;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Trial;
import org.springframework.stereotype.Component;

/// A wording before it is saved, in both languages, with example values: as we fill it, and as GOV.UK Notify
/// does where a template is given.
@Component
class WordingTrial implements Trial {
    private final WordingData data;
    private final TemplatesAtNotify templates;
    private final Templates pages;

    WordingTrial(WordingData data, TemplatesAtNotify templates, Templates pages) {
        this.data = data;
        this.templates = templates;
        this.pages = pages;
    }

    @Override
    public String type() {
        return data.type().slug();
    }

    @Override
    public Phrase samples() {
        return Phrase.both("Other examples", "Enghreifftiau eraill");
    }

    @Override
    public Phrase hint() {
        return Phrase.both(
                "One to a line, like amount = £5.00. What is not said here has the usual example. Nothing is kept",
                "Un i bob llinell, fel amount = £5.00. Mae gan yr hyn na ddywedir yma’r enghraifft arferol. Ni chedwir dim");
    }

    @Override
    public Content show(String key, Map<String, String> answers, List<String> samples, Words words) {
        return pages.notificationsTried(page(answers, samples, words), words);
    }

    TriedWording page(Map<String, String> answers, List<String> samples, Words words) {
        var kind = data.kind(answers);
        return new TriedWording(
                kind.map(known -> words.say("notifications.try.blanks", WordingData.named(known)))
                        .orElse(""),
                Stream.of(Language.values())
                        .flatMap(language ->
                                kind.stream().flatMap(known -> shown(known, language, answers, samples, words)))
                        .toList());
    }

    private Stream<TriedWording.Shown> shown(
            MessageKind kind, Language language, Map<String, String> answers, List<String> samples, Words words) {
        var values = values(kind, language, samples);
        var text = WordingData.said(answers, WordingData.textIn(language));
        var template = WordingData.said(answers, WordingData.templateIn(language));
        var subject = Wording.filled(WordingData.said(answers, WordingData.subjectIn(language)), values);
        var filled = Wording.filled(text, values);
        var own = text.isEmpty()
                ? new TriedWording.Shown(
                        title("usual-words", language, words),
                        language.code(),
                        "",
                        "",
                        words.say("notifications.try.usual"))
                : new TriedWording.Shown(title("own", language, words), language.code(), subject, filled, null);
        values.put("subject", subject);
        values.put("text", filled);
        return Stream.concat(
                Stream.of(own),
                Optional.of(template).filter(id -> !id.isEmpty()).stream()
                        .map(id -> atNotify(UUID.fromString(id), language, values, words)));
    }

    private TriedWording.Shown atNotify(UUID id, Language language, Map<String, String> values, Words words) {
        var title = title("notify", language, words);
        return switch (templates.preview(id, values)) {
            case Looked.Found(var subject, var text) ->
                new TriedWording.Shown(title, language.code(), subject, text, null);
            case Looked.Refused(var why) -> new TriedWording.Shown(title, language.code(), "", "", why);
            case Looked.NoAnswer _ ->
                new TriedWording.Shown(title, language.code(), "", "", words.say("notifications.try.no-answer"));
            case Looked.NotConnected _ ->
                new TriedWording.Shown(title, language.code(), "", "", words.say("notifications.try.not-connected"));
        };
    }

    private static String title(String what, Language language, Words words) {
        return words.say("notifications.try." + what, words.say("page.language." + language.code()));
    }

    private static Map<String, String> values(MessageKind kind, Language language, List<String> samples) {
        var values = new LinkedHashMap<String, String>();
        kind.blanks()
                .forEach(blank -> values.put(
                        blank.name(), language == Language.WELSH ? blank.exampleInWelsh() : blank.example()));
        samples.stream()
                .map(line -> line.split("=", 2))
                .filter(parts ->
                        parts.length == 2 && kind.blank(parts[0].strip()).isPresent())
                .forEach(parts -> values.put(parts[0].strip(), parts[1].strip()));
        return values;
    }
}
