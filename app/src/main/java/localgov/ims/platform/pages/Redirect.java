package localgov.ims.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Goes on to another page, with a sentence for it to show once.
public final class Redirect implements View {
    /// Under this name the sentence waits for the next page.
    static final String SAYING = Redirect.class.getName() + ".saying";

    private final String target;
    private final @Nullable String key;
    private final Object[] values;

    private Redirect(String target, @Nullable String key, Object... values) {
        this.target = target;
        this.key = key;
        this.values = values;
    }

    static Redirect within(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\") || path.contains("\n")) {
            throw new IllegalArgumentException("Not a path within this application");
        }
        return new Redirect(path, null);
    }

    /// Leaves this application, for a payment provider's page for instance. The address must be one we made or
    /// were given by the provider itself, never one a visitor sent.
    public static Redirect away(URI address) {
        return new Redirect(address.toString(), null);
    }

    /// The next page shows the sentence with this key, once, in the language of whoever is asking.
    public Redirect saying(String sentenceKey, Object... filledWith) {
        return new Redirect(target, sentenceKey, filledWith);
    }

    @Override
    public void render(@Nullable Map<String, ?> ignored, HttpServletRequest request, HttpServletResponse response) {
        if (key != null) {
            // Said now and kept as a plain sentence: a session may outlive the class of a value.
            var sentence = RequestLanguage.words(request).say(key, values);
            RequestContextUtils.getOutputFlashMap(request).put(SAYING, sentence);
            RequestContextUtils.saveOutputFlashMap(target, request, response);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", target);
    }

    /// What the page before this one wanted said, if anything.
    static @Nullable String saying(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null ? null : (String) flash.get(SAYING);
    }
}
