package localgov.ims.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.random.RandomGenerator;
import localgov.ims.settings.Contrast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColoursTest {
    @Test
    void theAddressOfTheStyleSheetSaysItsColours() {
        var colours = new Colours("#ffd800", "#000000", "#5b2a86", "#5b2a86");
        assertThat(colours.address()).matches("/assets/brand/ffd800-000000-5b2a86-5b2a86/[0-9a-f]{16}\\.css");
        assertThat(Colours.read("ffd800-000000-5b2a86-5b2a86")).contains(colours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ffd800",
                "ffd800-000000-5b2a86",
                "ffd800-000000-5b2a86-5b2a8g",
                "FFD800-000000-5b2a86-5b2a86",
                "ffd800-000000-5b2a86-5b2a86-000000",
                "red;}body{display:none}-000000-5b2a86-5b2a86"
            })
    void nothingButColoursIsReadFromAnAddress(String code) {
        assertThat(Colours.read(code)).isEmpty();
    }

    @Test
    void theStyleSheetHoldsNothingButColours() {
        var lines = new Colours("#ffd800", "#000000", "#5b2a86", "#5b2a86")
                .css()
                .lines()
                .toList();
        assertThat(lines.getFirst()).isEqualTo(":root {");
        assertThat(lines.getLast()).isEqualTo("}");
        assertThat(lines.subList(1, lines.size() - 1))
                .hasSize(13)
                .allMatch(line -> line.matches("  --ims-[a-z-]+: #[0-9a-f]{6};"));
    }

    /// Whatever a council chooses, what follows from it can be read too.
    @Test
    void whatFollowsFromColoursThatMayBeKeptCanBeReadToo() {
        var chance = RandomGenerator.of("L64X128MixRandom");
        int kept = 0;
        for (int i = 0; i < 20_000; i++) {
            var answers = Map.of(
                    DetailsData.HEADER, any(chance),
                    DetailsData.HEADER_TEXT, any(chance),
                    DetailsData.BUTTON, any(chance),
                    DetailsData.LINK, any(chance));
            if (ColourRules.check(answers).isEmpty()) {
                kept++;
                followsWell(DetailsData.colours(answers));
            }
        }
        assertThat(kept).isGreaterThan(50);
    }

    private static void followsWell(Colours colours) {
        var css = colours.css();
        assertThat(Contrast.between(value(css, "--ims-header-text"), value(css, "--ims-header-hover")))
                .as(colours + " pointed at")
                .isGreaterThanOrEqualTo(Contrast.ENOUGH);
        assertThat(Contrast.withWhite(value(css, "--ims-brand")))
                .as(colours + " brand")
                .isGreaterThanOrEqualTo(4.5);
        assertThat(Contrast.withWhite(value(css, "--ims-brand-line")))
                .as(colours + " line")
                .isGreaterThanOrEqualTo(3);
        assertThat(Contrast.withWhite(value(css, "--ims-link-hover"))).isGreaterThanOrEqualTo(4.5);
        assertThat(Contrast.withWhite(value(css, "--ims-action-hover"))).isGreaterThanOrEqualTo(4.5);
        assertThat(Contrast.between(value(css, "--ims-link"), value(css, "--ims-brand-soft")))
                .isGreaterThanOrEqualTo(4.5);
    }

    private static String value(String css, String name) {
        return css.lines()
                .filter(line -> line.contains(name + ":"))
                .map(line -> line.replaceAll(".*: |;", ""))
                .findFirst()
                .orElseThrow();
    }

    private static String any(RandomGenerator chance) {
        return "#%06x".formatted(chance.nextInt(1 << 24));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            column             | colour  | contrast
            header_colour      | #ffd800 | 1.3
            header_text_colour | #124f5c | 1.0
            button_colour      | #ffd800 | 1.3
            link_colour        | #757575 | 4.2
            """, delimiter = '|', useHeadersInDisplayName = true)
    void whatCannotBeReadIsRefusedWithWhatWasMeasured(String column, String colour, String contrast) {
        var problem = ColourRules.check(Map.of(column, colour)).orElseThrow();
        assertThat(problem.code()).isEqualTo("contrast");
        assertThat(problem.words().english()).contains("is " + contrast + " and must be 4.5");
        assertThat(problem.words().welsh()).contains(contrast);
    }
}
