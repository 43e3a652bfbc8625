package localgov.ims.catalogue;

import gg.jte.generated.precompiled.Templates;
import localgov.ims.catalogue.ReferenceDoctor.Clash;
import localgov.ims.catalogue.ReferenceDoctor.Health;
import localgov.ims.catalogue.pages.ReferenceDoctorPage;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.Part;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.SettingsPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What is weak in the reference formats of all funds together.
@Controller
@Needs(Permission.SEE_SETTINGS)
class ReferenceDoctorScreens {
    private static final String PATH = "/office/reference-formats/check";

    private final Templates templates;
    private final Catalogue catalogue;
    private final DoctorsFindings known;

    ReferenceDoctorScreens(Templates templates, Catalogue catalogue, DoctorsFindings known) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.known = known;
    }

    /// Where this is found among the settings.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        SettingsPlace referenceDoctorPlace() {
            return new SettingsPlace(
                    Part.PAID,
                    Phrase.both("a check of all funds’ references", "gwirio cyfeirnodau’r holl gronfeydd"),
                    PATH);
        }
    }

    @GetMapping(PATH)
    View check(OfficeFrame frame) {
        var words = frame.words();
        var findings = known.of(catalogue.now().funds());
        var pages = new TrialPages(words);
        var page = new ReferenceDoctorPage(
                findings.clashes().stream().map(clash -> clash(clash, pages)).toList(),
                words.count("catalogue.doctor.apart", findings.apart()),
                findings.health().stream()
                        .map(health -> health(health, pages, words))
                        .toList(),
                findings.health().stream().anyMatch(Health::isBlind));
        return Page.of(templates.catalogueReferenceDoctor(page, frame));
    }

    private static ReferenceDoctorPage.Clash clash(Clash clash, TrialPages pages) {
        return new ReferenceDoctorPage.Clash(
                clash.example().orElse(""), pages.named(clash.first()), pages.named(clash.other()));
    }

    private static ReferenceDoctorPage.Health health(Health health, TrialPages pages, Words words) {
        var format = health.fund().format();
        var shown = pages.strength("", health.strength(), format != null && format.hasCheckDigit());
        return new ReferenceDoctorPage.Health(
                pages.named(health.fund()),
                words.say(format != null && format.hasCheckDigit() ? "catalogue.doctor.yes" : "catalogue.doctor.no"),
                words.say(health.fund().accountMustExist() ? "catalogue.doctor.yes" : "catalogue.doctor.no"),
                shown.digits(),
                shown.swaps(),
                health.unnoticed()
                        .map(slip -> words.say("catalogue.doctor.slip", slip.meant(), slip.written()))
                        .orElse(words.say("catalogue.doctor.none-found")),
                health.isBlind());
    }
}
