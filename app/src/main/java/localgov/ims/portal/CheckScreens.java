package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answers while somebody types a reference. It is comfort only: the form judges again, and says more.
@Controller
class CheckScreens {
    private final Hints hints;
    private final Lookups lookups;
    private final Catalogue catalogue;

    CheckScreens(Hints hints, Lookups lookups, Catalogue catalogue) {
        this.hints = hints;
        this.lookups = lookups;
        this.catalogue = catalogue;
    }

    /// @param says a sentence, or nothing
    record Checked(String says) {}

    @PostMapping("/pay/check")
    ResponseEntity<Checked> check(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String fund,
            HttpServletRequest request,
            Words words) {
        if (!lookups.mayCheck(request)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).body(new Checked(""));
        }
        var known = catalogue.now().fund(fund).filter(FundFace::isOffered);
        var says = known.isEmpty() && !fund.isEmpty()
                ? Optional.<String>empty()
                : hints.whileTyping(known, reference, words);
        return ResponseEntity.ok(new Checked(says.orElse("")));
    }
}
