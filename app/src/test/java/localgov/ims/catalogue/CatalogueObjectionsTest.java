package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What is refused because of what another entry says.
@WithCouncil
class CatalogueObjectionsTest {
    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Saved change(String slug, String key, Map<String, String> answers) {
        return within(() -> {
            var data = settings.type(slug).orElseThrow();
            var entry = settings.get(data, key).orElseThrow();
            var all = new LinkedHashMap<>(entry.values());
            all.putAll(answers);
            return settings.change(data, key, entry.version(), all, "system");
        });
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(textBlock = """
            BJ#####@@, parking, mask
            BJ######@, parking, ''
            BJ#####@@, luhn,    mask
            BJ#####@@, mod97,   ''
            """)
    void aMaskHasAsManySignsForTheCheckAsThatHasCharacters(String mask, String check, String problem) {
        within(() -> {
            var type = settings.type("check-digits").orElseThrow();
            return settings.get(type, "mod97").isPresent()
                    || settings.add(type, Map.of("code", "mod97", "name", "MOD 97-10", "kind", "MOD_97"), "system")
                            instanceof Saved.Done;
        });
        var saved = change(
                "reference-formats",
                "parking",
                Map.of("mask", mask, "check_digit", check, "longest", "9", "shortest", "9"));
        if (problem.isEmpty()) {
            assertThat(saved).isInstanceOf(Saved.Done.class);
        } else {
            assertThat(((Saved.Refused) saved).problems())
                    .extracting(Problem::column)
                    .containsExactly(problem);
        }
    }

    @Test
    void aFormatWhoseCheckDigitBecomesOneCharacterStillWorksWithTheFirstSign() {
        var rules = CatalogueStore.rules(
                Map.of("code", "x", "shortest", "9", "longest", "9", "mask", "BJ#####@@"), CheckDigit.luhn());
        assertThat(rules.fault()).isEmpty();
        assertThat(rules.mask()).isEqualTo("BJ#####@?");
    }

    @Test
    void aFeeIsBookedToAnAccountThatItsFundCouldHave() {
        var refused = change("fees", "card~2024-04-01", Map.of("account", "8000000001X"));
        assertThat(((Saved.Refused) refused).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("account");
            assertThat(problem.words().english()).contains("cannot be an account of the fund");
        });
        assertThat(change("fees", "card~2024-04-01", Map.of("account", "80000000017")))
                .isInstanceOf(Saved.Done.class);
    }
}
