package localgov.ims.sandbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import localgov.ims.sandbox.NotifyBooks.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Templates of the simulated GOV.UK Notify, and filling them as the real one does: what is missing is named,
/// what is too much is ignored.
@Component
@DemoOnly
class NotifyTemplates {
    private static final Pattern BLANK = Pattern.compile("\\(\\(([^()]+)\\)\\)");

    private final NotifyBooks books;

    NotifyTemplates(NotifyBooks books) {
        this.books = books;
    }

    record Filled(String subject, String body) {}

    Optional<Template> find(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : books.template(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /// The first blank for which there is nothing.
    static Optional<String> missing(Template template, JsonNode said) {
        return BLANK.matcher(template.subject() + template.body())
                .results()
                .map(found -> name(found.group(1)))
                .filter(name -> value(said, name) == null)
                .findFirst();
    }

    static Filled filled(Template template, JsonNode said) {
        return new Filled(filled(template.subject(), said), filled(template.body(), said));
    }

    private static String filled(String words, JsonNode said) {
        return BLANK.matcher(words).replaceAll(found -> {
            var parts = found.group(1).split("\\?\\?", 2);
            var value = Optional.ofNullable(value(said, name(found.group(1)))).orElse("");
            return Matcher.quoteReplacement(parts.length == 1 ? value : value.equals("yes") ? parts[1] : "");
        });
    }

    private static String name(String inside) {
        return inside.split("\\?\\?", 2)[0].strip();
    }

    /// Small and capital letters, spaces, hyphens and underscores make no difference.
    private static @Nullable String value(JsonNode said, String name) {
        return said.properties().stream()
                .filter(member -> bare(member.getKey()).equals(bare(name)))
                .map(member -> member.getValue().asString(""))
                .findFirst()
                .orElse(null);
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    static Map<String, @Nullable Object> json(Template template, Filled words) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", template.id().toString());
        json.put("type", template.kind());
        json.put("version", 1);
        json.put("subject", words.subject());
        json.put("body", words.body());
        return json;
    }
}
