package localgov.ims.backoffice;

import gg.jte.generated.precompiled.Templates;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Which keys do what. The same is shown over any page of the office when `?` is pressed.
@Controller
@Needs({Permission.SEE_RECEIPTS, Permission.SEE_SUSPENSE, Permission.SEE_IMPORTS, Permission.SEE_BOOKS})
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
