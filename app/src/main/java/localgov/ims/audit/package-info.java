/// Who did what, when, to what: added to, never changed.
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel", "platform", "councils"})
package localgov.ims.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
