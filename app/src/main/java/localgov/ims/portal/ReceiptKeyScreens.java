package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.pages.ReceiptKeysPage;
import localgov.ims.settings.Part;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.SettingsPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The keys that receipts are signed with: which signs, and what to do when one is no longer trusted.
@Controller
@Needs(Permission.CHANGE_SETTINGS)
class ReceiptKeyScreens {
    static final String PATH = "/office/settings/receipt-keys";

    private final Templates templates;
    private final ReceiptKeys keys;

    ReceiptKeyScreens(Templates templates, ReceiptKeys keys) {
        this.templates = templates;
        this.keys = keys;
    }

    /// Where this is found among the settings.
    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        SettingsPlace receiptKeysPlace() {
            return new SettingsPlace(
                    Part.PAYING, Phrase.both("keys of receipts", "allweddi derbynebau"), ReceiptKeyScreens.PATH);
        }
    }

    @GetMapping(PATH)
    @Needs(Permission.SEE_SETTINGS)
    View list(OfficeFrame frame) {
        var page = new ReceiptKeysPage(rows(frame.words()), CurrentCaller.may(Permission.CHANGE_SETTINGS));
        return Page.of(templates.portalReceiptKeys(page, frame));
    }

    @PostMapping(PATH + "/replace")
    @NeedsFreshSignIn
    View replace(Person person) {
        keys.replace(person.signature());
        return Page.redirect(PATH).saying("portal.keys.replaced");
    }

    @PostMapping(PATH + "/withdraw")
    @NeedsFreshSignIn
    View withdraw(@RequestParam(defaultValue = "") String key, Person person) {
        keys.withdraw(key, person.signature());
        return Page.redirect(PATH).saying("portal.keys.withdrawn.said");
    }

    private List<ReceiptKeysPage.Row> rows(Words words) {
        return keys.all().stream()
                .map(key -> new ReceiptKeysPage.Row(
                        key.id(),
                        words.moment(key.madeAt()),
                        key.replacedAt() == null,
                        key.withdrawnAt() == null ? "" : words.moment(key.withdrawnAt())))
                .toList();
    }
}
