/// The staff shell: signing in, where one can go, and what the pages of the office share.
///
/// A module with screens declares a [localgov.ims.backoffice.OfficePlaces] entry and says with `@Needs`
/// what each of its screens takes.
@NullMarked
@ApplicationModule(
        displayName = "Back office",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: pages",
            "platform :: words",
            "councils",
            "audit",
            "people",
            "govuk"
        })
package localgov.ims.backoffice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
