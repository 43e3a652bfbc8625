/// Who did what, when, from where, to what, before and after: added to, never changed.
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel", "platform", "platform :: pages", "councils"})
package localgov.ims.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
