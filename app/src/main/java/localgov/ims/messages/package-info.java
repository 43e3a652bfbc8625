/// Sends e-mails: written down with their cause, sent after it has been committed.
///
/// Start at [localgov.ims.messages.Messages]. A message is queued in the caller's database transaction; a job hands
/// it to the provider, tries again later when there was no answer, and asks a provider that can be asked before it
/// hands anything over a second time. The text is locked in the database and forgotten when it has gone. What failed
/// to go out is listed for those who look after settings: they send it again or give it up, and see nobody's address.
@NullMarked
@ApplicationModule(
        displayName = "Messages",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: pages",
            "platform :: words",
            "councils",
            "audit",
            "people",
            "backoffice",
            "govuk"
        })
package localgov.ims.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
