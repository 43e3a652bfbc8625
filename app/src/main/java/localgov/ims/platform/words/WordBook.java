package localgov.ims.platform.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All sentences of all modules, read once when the application starts.
///
/// A key that does not begin with its module's name stops the start: two modules could otherwise
/// overwrite each other's words unseen.
@Component
public final class WordBook {
    private final Map<Language, Map<String, String>> sentences = new EnumMap<>(Language.class);

    public WordBook() {
        for (var language : Language.values()) {
            sentences.put(language, read(language));
        }
    }

    /// The words of one language. What is not said in Welsh is said in English.
    public Words in(Language language) {
        return new Words(this, language);
    }

    /// The sentence as it is written down, before anything is filled in.
    Optional<String> sentence(Language language, String key) {
        return Optional.ofNullable(in(language, key)).or(() -> Optional.ofNullable(in(Language.ENGLISH, key)));
    }

    /// Whether this language itself has the sentence, so that a plural of English is not taken for one of Welsh.
    boolean has(Language language, String key) {
        return in(language, key) != null;
    }

    private @Nullable String in(Language language, String key) {
        return sentences.getOrDefault(language, Map.of()).get(key);
    }

    private static Map<String, String> read(Language language) {
        var all = new HashMap<String, String>();
        var pattern = "classpath*:words/*_" + language.code() + ".properties";
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                read(file, all);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("The words cannot be read: " + pattern, unreadable);
        }
        return Map.copyOf(all);
    }

    private static void read(Resource file, Map<String, String> all) throws IOException {
        var name = String.valueOf(file.getFilename());
        var module = name.substring(0, name.lastIndexOf('_'));
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        for (var key : properties.stringPropertyNames()) {
            if (!key.startsWith(module + ".")) {
                throw new IllegalStateException("%s: the key %s must begin with %s.".formatted(name, key, module));
            }
            all.put(key, properties.getProperty(key));
        }
    }
}
