package localgov.ims.messages;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the current council has its e-mails carried, and how long what they say is kept. Given by whoever knows its
/// settings; without one, the installation's carrier has to do.
public interface CouncilPost {
    /// The council's own service at GOV.UK Notify.
    Optional<NotifyAccount> notifyService();

    /// All services at GOV.UK Notify of which the council has a key, also those that carry nothing new any more.
    List<NotifyAccount> services();

    /// What GOV.UK Notify has to show when it calls back: one of these. There are two while one is replaced.
    List<String> callbackTokens();

    /// How long the address and the text of what has not arrived are kept.
    Duration kept();
}
