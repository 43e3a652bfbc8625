package localgov.ims.arrivals;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.Originals;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What could not be taken, as it came.
@Controller
@Needs(Permission.SEE_IMPORTS)
class OriginalScreens {
    private final FileStore files;
    private final Originals originals;

    OriginalScreens(FileStore files, Originals originals) {
        this.files = files;
        this.originals = originals;
    }

    /// Never shown by the browser, always kept under its name.
    @GetMapping(ArrivalScreens.FILE + "/original")
    View original(@PathVariable("code") String code, @PathVariable("id") String id) {
        var file = ArrivalScreens.number(id) == null
                ? null
                : files.find(Long.parseLong(id)).orElse(null);
        if (file == null || !file.place().equals(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var kept = file.original();
        if (kept == null || !originals.isKept(kept)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return (_, _, response) -> send(kept, file.name(), response);
    }

    private void send(ImportId kept, String name, HttpServletResponse response) throws IOException {
        try (var in = originals.open(kept)) {
            response.setContentType("application/octet-stream");
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(name, StandardCharsets.UTF_8)
                            .build()
                            .toString());
            in.transferTo(response.getOutputStream());
        }
    }
}
