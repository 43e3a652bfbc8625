/// The outside world that moves money: one port for taking cards, and an adapter for each provider.
///
/// A provider's answer is never assumed. Whatever starts (a return, a webhook, a poll) ends in asking the provider
/// what happened, and "it did not answer" is an outcome of its own that the asker keeps until it knows better.
@NullMarked
@ApplicationModule(
        displayName = "Providers",
        allowedDependencies = {"kernel", "platform", "councils", "settings"})
package localgov.ims.providers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
