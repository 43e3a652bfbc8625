package localgov.ims;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What shows who is speaking is compared whole, in a time that tells nothing of how much of it was right. Which
/// methods those are is read in the classes: they compare, or they work out what is compared.
class ConstantTimeTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("localgov.ims");

    private static final Set<String> STOP_EARLY = Set.of(
            "String.equals", "Arrays.equals", "String.contentEquals", "Objects.equals", "String.equalsIgnoreCase");

    /// Simulated providers are no door of ours.
    private static Stream<JavaCodeUnit> all() {
        return OURS.stream()
                .filter(type -> !type.getPackageName().startsWith("localgov.ims.sandbox"))
                .flatMap(type -> type.getCodeUnits().stream());
    }

    private static Set<String> calls(JavaCodeUnit unit) {
        return Stream.concat(unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                .map(JavaAccess::getTarget)
                .map(target -> target.getOwner().getSimpleName() + "." + target.getName())
                .collect(Collectors.toSet());
    }

    private static String name(JavaCodeUnit unit) {
        return unit.getOwner().getSimpleName() + "." + unit.getName();
    }

    private static Set<JavaCodeUnit> comparing() {
        return all().filter(unit -> calls(unit).contains("MessageDigest.isEqual"))
                .collect(Collectors.toSet());
    }

    @Test
    void aSecretIsComparedWholeHoweverMuchOfItIsRight() {
        assertThat(comparing())
                .extracting(ConstantTimeTest::name)
                .as("the reading finds them")
                .contains("WebhookSignature.holds", "FormSignature.holds", "Brought.isSignedWith", "Totp.same");
        assertThat(comparing())
                .allSatisfy(
                        unit -> assertThat(calls(unit)).as(unit.getFullName()).doesNotContainAnyElementsOf(STOP_EARLY));
    }

    @Test
    void whateverWorksOutASignatureHandsItToSuchAComparison() {
        var worksOut = all().filter(unit -> calls(unit).contains("Mac.doFinal"))
                .map(ConstantTimeTest::name)
                .collect(Collectors.toSet());
        assertThat(worksOut).as("the reading finds them").hasSizeGreaterThan(4);
        var comparedWrongly = all().filter(unit -> calls(unit).stream().anyMatch(worksOut::contains))
                .filter(unit -> calls(unit).stream().anyMatch(STOP_EARLY::contains))
                .map(JavaCodeUnit::getFullName);
        assertThat(comparedWrongly).isEmpty();
    }
}
