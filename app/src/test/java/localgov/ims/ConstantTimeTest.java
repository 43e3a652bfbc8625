package localgov.ims;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What shows who is speaking is compared whole, in a time that tells nothing of how much of it was right.
class ConstantTimeTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "localgov.ims.providers", "localgov.ims.handovers", "localgov.ims.messages", "localgov.ims.people");

    @ParameterizedTest
    @CsvSource({
        "localgov.ims.providers.WebhookSignature, holds",
        "localgov.ims.providers.FormSignature, holds",
        "localgov.ims.handovers.Brought, isSignedWith",
        "localgov.ims.messages.CallbackDoor, isNotify",
        "localgov.ims.people.Totp, same"
    })
    void aSecretIsComparedWholeHoweverMuchOfItIsRight(String type, String method) {
        var calls = OURS.get(type).getMethods().stream()
                .filter(one -> one.getName().equals(method))
                .flatMap(one -> one.getMethodCallsFromSelf().stream())
                .map(JavaMethodCall::getTarget)
                .map(target -> target.getOwner().getSimpleName() + "." + target.getName())
                .collect(Collectors.toSet());
        assertThat(calls)
                .contains("MessageDigest.isEqual")
                .doesNotContain("String.equals", "Arrays.equals", "String.contentEquals", "Objects.equals");
    }
}
