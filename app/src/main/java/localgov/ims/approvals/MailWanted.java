package localgov.ims.approvals;

import java.util.Optional;
import localgov.ims.platform.words.Language;

/// How somebody is told by e-mail of what needs two people.
public enum MailWanted {
    ENGLISH,
    WELSH,
    NONE;

    /// The language in which they are told; nothing when they are not.
    public Optional<Language> language() {
        return switch (this) {
            case ENGLISH -> Optional.of(Language.ENGLISH);
            case WELSH -> Optional.of(Language.WELSH);
            case NONE -> Optional.empty();
        };
    }
}
