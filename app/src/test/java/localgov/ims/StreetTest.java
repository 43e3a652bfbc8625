package localgov.ims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// Money flows down one street, and imports of code follow it: nothing points back.
class StreetTest {
    static final ApplicationModules MODULES = modules();
    static final Path PICTURE = Path.of("..", "docs", "street.md");
    static final Set<String> PENS = Set.of("receipts", "journals");

    private static ApplicationModules modules() {
        System.setProperty("spring.modulith.detection-strategy", Houses.class.getName());
        return ApplicationModules.of(Ims.class);
    }

    @Test
    void everyRoomKeepsToItsSideOfTheStreet() {
        MODULES.verify();
    }

    @Test
    void theBookHasTwoPens() throws Exception {
        for (var module : rooms()) {
            var holdsPen = List.of(declared(module)).contains("ledger :: pen");
            assertThat(!holdsPen || PENS.contains(name(module)))
                    .as(name(module) + " may not hold a pen")
                    .isTrue();
        }
    }

    /// The picture in the documents is drawn from the code: when it differs it is drawn anew, and the test says so
    /// once.
    @Test
    void thePictureOfTheStreetIsTheStreet() throws Exception {
        var now = picture();
        var drawn = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        if (!now.equals(drawn)) {
            Files.writeString(PICTURE, now);
            fail("docs/street.md was not the street any more. It is drawn anew: look at it and commit it.");
        }
    }

    private static String picture() throws Exception {
        var text = new StringBuilder("""
                # The street

                Drawn from the code by `StreetTest`; do not edit. Every room and the rooms it uses; the ground
                (`kernel`, `platform`, `audit`, `councils`) is left out, because every room stands on it.

                ```mermaid
                flowchart TD
                """);
        for (var module : rooms()) {
            for (var other : uses(module)) {
                text.append("  ")
                        .append(name(module))
                        .append(" --> ")
                        .append(other)
                        .append('\n');
            }
        }
        text.append("```\n\n| Room | In one sentence | Uses |\n|---|---|---|\n");
        for (var module : rooms()) {
            text.append("| `%s` | %s | %s |\n"
                    .formatted(
                            name(module),
                            sentence(module),
                            uses(module).stream()
                                    .map(other -> "`" + other + "`")
                                    .collect(Collectors.joining(" "))));
        }
        return text.toString();
    }

    /// The rooms of this house by name; `formats` is a house of its own.
    static List<ApplicationModule> rooms() {
        return MODULES.stream()
                .filter(module -> Files.exists(packageInfo(module)))
                .sorted(Comparator.comparing(StreetTest::name))
                .toList();
    }

    private static Path packageInfo(ApplicationModule module) {
        return Path.of("src/main/java", module.getBasePackage().getName().split("\\."))
                .resolve("package-info.java");
    }

    private static Set<String> uses(ApplicationModule module) {
        var ground = Set.of("kernel", "platform", "audit", "councils");
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(StreetTest::name)
                .filter(other -> !ground.contains(other))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The first line of a room's `package-info`.
    private static String sentence(ApplicationModule module) throws IOException {
        return Files.readAllLines(packageInfo(module)).stream()
                .filter(line -> line.startsWith("///"))
                .findFirst()
                .orElse("")
                .replaceFirst("^/// *", "");
    }

    static String[] declared(ApplicationModule module) throws ClassNotFoundException {
        var declaration = Class.forName(module.getBasePackage().getName() + ".package-info")
                .getAnnotation(org.springframework.modulith.ApplicationModule.class);
        assertThat(declaration)
                .as(name(module) + " says in package-info what it may know")
                .isNotNull();
        return declaration.allowedDependencies();
    }

    static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
