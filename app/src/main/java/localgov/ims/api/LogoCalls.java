package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import localgov.ims.organisation.Logo;
import localgov.ims.organisation.Logos;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// The picture in the head of every page. Everything else that the council says of itself is reference data.
@RestController
@Needs(Permission.SEE_SETTINGS)
class LogoCalls {
    private static final String PATH = "/api/v1/logo";

    private final Logos logos;

    LogoCalls(Logos logos) {
        this.logos = logos;
    }

    @Json
    record Shown(String address, int width, int height) {}

    @GetMapping(PATH)
    ResponseEntity<Object> now() {
        return logos.now()
                .map(LogoCalls::shown)
                .orElseGet(() -> Problem.notFound("There is no logo.").reply());
    }

    private static ResponseEntity<Object> shown(Logo logo) {
        return ResponseEntity.ok(new Shown(logo.address(), logo.width(), logo.height()));
    }

    @PutMapping(
            path = PATH,
            consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    @Needs(Permission.CHANGE_SETTINGS)
    ResponseEntity<Object> put(HttpServletRequest request, Caller caller) throws IOException {
        var file = request.getInputStream().readNBytes(Logos.MOST_BYTES + 1);
        return switch (logos.put(file, caller.signature())) {
            case Logos.Put.Done(var logo) -> shown(logo);
            case Logos.Put.TooManyBytes _ ->
                Problem.tooLarge("A logo has %d bytes at most.".formatted(Logos.MOST_BYTES))
                        .reply();
            case Logos.Put.NotAPicture _ ->
                refused("not_a_picture", "This is not a picture that can be read as PNG or JPEG.");
            case Logos.Put.WrongSize(int width, int height) ->
                refused(
                        "wrong_size",
                        "A picture of %d by %d points is too small or too large.".formatted(width, height));
        };
    }

    private static ResponseEntity<Object> refused(String code, String words) {
        return Problem.invalid(List.of(Problem.Field.of("body", code, words))).reply();
    }

    /// Also where there is none: what is asked for is that there be none.
    @DeleteMapping(PATH)
    @Needs(Permission.CHANGE_SETTINGS)
    ResponseEntity<Object> remove(Caller caller) {
        logos.takeDown(caller.signature());
        return ResponseEntity.noContent().build();
    }
}
