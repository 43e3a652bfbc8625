/// The outside world on a laptop: a simulated GOV.UK Pay, and the messages that GOV.UK Notify would have sent.
///
/// It keeps its own books in its own tables, as the real thing would, and knows nothing of the
/// council's: the rest of the house talks to it over HTTP only. Its quirks are the real ones on purpose
/// (an idempotency key that web payments ignore, a next page that works once, a success that can still
/// fail), so that what works here works there. It exists only where `ims.demo` is true.
@NullMarked
@ApplicationModule(
        displayName = "Sandbox",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: pages",
            "platform :: words",
            "councils",
            "providers",
            "messages",
            "govuk"
        })
package localgov.ims.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
