package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.mock.env.MockEnvironment;

/// Pretended money must have no way into a real council.
class AbsentInProductionTest {
    private static int components(String demo) {
        var environment = new MockEnvironment().withProperty("ims.demo", demo);
        return new ClassPathScanningCandidateComponentProvider(true, environment)
                .findCandidateComponents("localgov.ims.sandbox")
                .size();
    }

    @Test
    void nothingOfTheSandboxExistsUnlessThisIsADemonstration() {
        assertThat(components("true")).isGreaterThan(15);
        assertThat(components("false")).isZero();
    }
}
