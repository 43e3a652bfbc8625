package localgov.ims;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/// Each package below the first is a room. `formats` is a house of its own that knows no Spring, so its doors are named
/// here: whoever uses one says so (`formats :: profiles`), and what the others hold stays inside.
class Houses implements ApplicationModuleDetectionStrategy {
    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return ApplicationModuleDetectionStrategy.directSubPackage().getModuleBasePackages(root);
    }

    @Override
    public NamedInterfaces detectNamedInterfaces(JavaPackage room, ApplicationModuleInformation information) {
        return room.getName().equals("localgov.ims.formats")
                ? NamedInterfaces.builder(room)
                        .matching("bacs", "camt", "profiles", "standard18")
                        .build()
                : ApplicationModuleDetectionStrategy.super.detectNamedInterfaces(room, information);
    }
}
