package localgov.ims.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The files of a council's own look: its logo and the style sheet of its colours. Their addresses hold a print of what
/// is in them, so a browser may keep them for a year.
@Controller
class BrandFiles {
    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Organisation organisation;

    BrandFiles(Organisation organisation) {
        this.organisation = organisation;
    }

    /// The logo of the council whose door this is, and of no other: the table it is looked for in is the council's own.
    @GetMapping("/assets/logo/{print}.png")
    ResponseEntity<byte[]> logo(@PathVariable("print") String print, HttpServletResponse response) {
        var picture = CurrentCouncil.optional().isPresent() ? organisation.picture(print) : Optional.<byte[]>empty();
        // Opened by itself it is a picture and nothing more, whatever a browser takes it for.
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        return file(MediaType.IMAGE_PNG, picture.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /// The same for every council that has these colours: the address says all that is in it. Only colours ever get in.
    @GetMapping("/assets/brand/{colours}/{print}.css")
    ResponseEntity<byte[]> colours(@PathVariable("colours") String colours, @PathVariable("print") String print) {
        var named = Colours.read(colours)
                .filter(found -> found.print().equals(print))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return file(CSS, named.css().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(FOR_A_YEAR)
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
