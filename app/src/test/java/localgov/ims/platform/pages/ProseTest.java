package localgov.ims.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.platform.pages.Prose.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    @Test
    void emptyLinesPartParagraphsAndOtherLinesStay() {
        var prose = Prose.of("  One\r\ntwo\r\n \r\n\r\nThree\n");
        assertThat(prose.paragraphs()).hasSize(2);
        assertThat(prose.plain()).isEqualTo("One\ntwo\n\nThree");
        assertThat(Prose.of(" \n\n ").isEmpty()).isTrue();
        assertThat(Prose.NONE.plain()).isEmpty();
    }

    @Test
    void aLinkIsWordsAndAnAddress() {
        var pieces = Prose.of("See [our page](https://www.example.org/a?b=1&c=2) or [ring](tel:+441632960001).")
                .paragraphs()
                .getFirst()
                .pieces();
        assertThat(pieces)
                .containsExactly(
                        new Piece("See ", null),
                        new Piece("our page", "https://www.example.org/a?b=1&c=2"),
                        new Piece(" or ", null),
                        new Piece("ring", "tel:+441632960001"),
                        new Piece(".", null));
        assertThat(Prose.of("[Write](mailto:income@example.org) or [pay](/basket)")
                        .plain())
                .isEqualTo("Write (income@example.org) or pay (/basket)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "http://example.org",
                "//evil.example",
                "/\\evil.example",
                "https://user:secret@example.org",
                "https:evil",
                "vbscript:x",
                "https://exa\"mple.org",
                "mailto:a@b.c?bcc=x@y.z",
                "javascript:alert`1`"
            })
    void anAddressThatMayDoHarmIsNoLink(String address) {
        var text = "[here](%s)".formatted(address);
        assertThat(Prose.of(text).paragraphs().getFirst().pieces()).allMatch(piece -> piece.href() == null);
        assertThat(Prose.of(text).plain()).isEqualTo(text);
    }

    @Test
    void theFirstAddressThatMayDoHarmIsNamed() {
        assertThat(Prose.badAddress("[a](https://x.example) [b](javascript:1) [c](http://y)"))
                .contains("javascript:1");
        assertThat(Prose.badAddress("plain, [not a link], (https://x.example) <b>"))
                .isEmpty();
    }

    @Test
    void aLongTextOfBracketsIsReadAtOnce() {
        assertThat(Prose.of("[".repeat(2_000)).plain()).hasSize(2_000);
        assertThat(Prose.of("[a](".repeat(500)).plain()).hasSize(2_000);
    }
}
