package localgov.ims.messages;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.words.Language;

/// What the current council has worded itself. Given by whoever knows its settings; without one, e-mails say
/// what the rooms that send them say.
public interface OwnWords {
    /// @param subject with blanks, like `text`
    record Worded(String subject, String text) {}

    /// Its own words for this kind of e-mail.
    Optional<Worded> of(String about, Language language);

    /// Its own template at GOV.UK Notify for this kind of e-mail.
    Optional<UUID> template(String about, Language language);
}
