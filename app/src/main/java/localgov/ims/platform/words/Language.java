package localgov.ims.platform.words;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The languages that a payer or a colleague may choose. Never guessed from where somebody is: chosen by a link, kept
/// in a cookie.
public enum Language {
    ENGLISH("en", "English"),
    WELSH("cy", "Cymraeg");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /// The two-letter code (ISO 639-1) for `lang` attributes, links and the cookie.
    public String code() {
        return code;
    }

    /// The language's name in that language.
    public String ownName() {
        return ownName;
    }

    /// The other one, which the page offers to switch to.
    public Language other() {
        return this == ENGLISH ? WELSH : ENGLISH;
    }

    /// The language with this code, empty for anything else.
    public static Optional<Language> of(@Nullable String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
