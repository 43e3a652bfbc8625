/// Who may do what: people who sign in, programs that carry a key, and the gates they pass.
///
/// A door without a declared permission opens to nobody: `@Needs` on a screen or a call says what it
/// takes. A person's role is read again for every request, so a right that is taken away is gone at
/// once.
@NullMarked
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"kernel", "platform", "platform :: pages", "platform :: words", "councils", "audit"})
package localgov.ims.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
