package localgov.ims.platform.words;

import gg.jte.Content;
import localgov.ims.govuk.Html;
import org.jspecify.annotations.Nullable;

/// What a council wrote, as one page shows it.
///
/// @param lang its language where that is another than the page's: there is no Welsh, so it is in English
public record Written(String text, @Nullable String lang) {
    /// What is in the language of whatever page it is on, or in none, such as a number.
    public static Written of(String text) {
        return new Written(text, null);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /// For a page: it says its language to those who hear it.
    public Content html() {
        if (lang == null) {
            return Html.text(text);
        }
        return output -> {
            output.writeContent("<span lang=\"");
            output.writeContent(lang);
            output.writeContent("\">");
            output.writeUserContent(text);
            output.writeContent("</span>");
        };
    }

    /// The text, for sentences.
    @Override
    public String toString() {
        return text;
    }
}
