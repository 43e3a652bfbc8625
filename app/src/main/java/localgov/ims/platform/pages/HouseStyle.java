package localgov.ims.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/// Puts the libraries' style sheets into the council's own typeface and colours.
///
/// A council is not GOV.UK: neither its typeface nor its crest may be used outside that domain, so both are taken out
/// of the style sheet itself rather than covered up. The colours that carry a brand become custom properties,
/// which `ims.css` gives values.
final class HouseStyle implements ResourceTransformer {
    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\s*\\{[^}]*}");
    private static final Pattern CREST = Pattern.compile("url\\([^)]*govuk-crest[^)]*\\)");
    private static final Pattern TYPEFACE = Pattern.compile("font-family:\\s*\"?GDS Transport\"?[^;}]*");
    private static final Pattern PICTURES = Pattern.compile("url\\(/assets/");
    private static final Map<String, String> COLOURS = Map.of(
            "#1d70b8", "var(--ims-link)",
            "#003078", "var(--ims-link-hover)",
            "#00703c", "var(--ims-action)",
            "#005a30", "var(--ims-action-hover)",
            "#002d18", "var(--ims-action-edge)");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var file = chain.transform(request, resource);
        var name = file.getFilename();
        if (name == null || !name.endsWith(".css")) {
            return file;
        }
        var css = file.getContentAsString(StandardCharsets.UTF_8);
        return new TransformedResource(file, inHouseStyle(css).getBytes(StandardCharsets.UTF_8));
    }

    static String inHouseStyle(String css) {
        var ours = FONT_FACE.matcher(css).replaceAll("");
        ours = CREST.matcher(ours).replaceAll("none");
        ours = TYPEFACE.matcher(ours).replaceAll("font-family:var(--ims-typeface)");
        ours = PICTURES.matcher(ours).replaceAll("url(assets/");
        for (var colour : COLOURS.entrySet()) {
            ours = ours.replace(colour.getKey(), colour.getValue());
        }
        return ours;
    }
}
