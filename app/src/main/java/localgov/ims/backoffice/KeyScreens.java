package localgov.ims.backoffice;

import gg.jte.generated.precompiled.Templates;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Which keys do what. The same is shown over any page of the office when `?` is pressed.
@Controller
@NeedsSignIn(why = "every page of the office has keys")
class KeyScreens {
    private final Templates templates;

    KeyScreens(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/office/keys")
    View keys(OfficeFrame frame) {
        return Page.of(templates.backofficeKeys(frame));
    }
}
