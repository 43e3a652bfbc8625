/// The council is a wall: one schema and one database role for each. Work runs within a council, bound at the door
/// (host name, API key, job); a connection taken outside a council reaches no council's data at all.
@NullMarked
@ApplicationModule(
        displayName = "Councils",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel", "platform", "platform :: pages"})
package localgov.ims.councils;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
