/// The alphabet: money, days in London, references people can read out. Words that every room uses and that know no
/// room.
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package localgov.ims.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
