package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceDoctorTest {
    private static final ReferenceDoctor.Findings ALDERMERE =
            ReferenceDoctor.examine(CatalogueOnPaper.aldermere().funds());

    private static ReferenceDoctor.Health of(String fund) {
        return ALDERMERE.health().stream()
                .filter(one -> one.fund().code().equals(fund))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoFundsThatTakeOneReferenceAreFoundWithAnExample() {
        var tax = fund("23");
        var again = new Fund(
                "ZZ",
                "Other",
                "Arall",
                "N",
                true,
                true,
                null,
                false,
                false,
                false,
                false,
                false,
                "",
                "",
                fund("5M").format(),
                "",
                "",
                "",
                "",
                999,
                false,
                null);
        var findings = ReferenceDoctor.examine(List.of(tax, fund("5M"), again));
        assertThat(findings.apart()).isEqualTo(2);
        assertThat(findings.clashes()).singleElement().satisfies(clash -> {
            assertThat(clash.first().code()).isEqualTo("5M");
            assertThat(clash.other().code()).isEqualTo("ZZ");
            assertThat(clash.example()).hasValueSatisfying(example -> {
                assertThat(again.check(example).fits()).isTrue();
                assertThat(fund("5M").check(example).fits()).isTrue();
            });
        });
    }

    private static Fund fund(String code) {
        return CatalogueOnPaper.aldermere().fund(code).orElseThrow();
    }

    @Test
    void aSlipThatACheckDigitDoesNotSeeIsShown() {
        var slip = of("23").unnoticed().orElseThrow();
        assertThat(slip.meant()).isNotEqualTo(slip.written());
        assertThat(fund("23").check(slip.meant()).fits()).isTrue();
        assertThat(fund("23").check(slip.written()).fits()).isTrue();
        assertThat(of("11").unnoticed()).isEmpty();
    }

    @Test
    void fundsThatCannotKnowAWrongReferenceAreNamed() {
        assertThat(ALDERMERE.health().stream()
                        .filter(ReferenceDoctor.Health::isBlind)
                        .map(one -> one.fund().code()))
                .contains("GW", "PM", "52")
                .doesNotContain("11", "23", "19");
    }

    @Test
    void theDemonstrationsFundsShareNoReference() {
        assertThat(ALDERMERE.clashes())
                .allSatisfy(clash -> assertThat(clash.example()).isEmpty());
    }
}
