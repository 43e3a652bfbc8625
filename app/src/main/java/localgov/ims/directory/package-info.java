/// Signing in with the council's own directory, by OpenID Connect, and what the council decided about signing in.
///
/// A directory is reference data that takes two people. [localgov.ims.directory.OpenIdConnect] asks it and proves what
/// it says; who that is here, `people` decides. When the council wants everybody to sign in so, a few named people can
/// still come in when the directory fails, and that is told to everybody who looks after people.
@NullMarked
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: pages",
            "platform :: words",
            "councils",
            "audit",
            "people",
            "approvals",
            "settings",
            "messages",
            "backoffice",
            "govuk"
        })
package localgov.ims.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
