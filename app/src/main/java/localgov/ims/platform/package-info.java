/// Plumbing without council words: the database, typed SQL, bulk copying, jobs, the clock.
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel", "govuk"})
package localgov.ims.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
