package localgov.ims.reporting;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.List;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.London;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.Laws;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.reporting.pages.LawsPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Whether the laws of the books hold, and a look at them now.
@Controller
@Needs(Permission.SEE_BOOKS)
class LawScreens {
    private static final String PATH = "/office/laws";

    private final Templates templates;
    private final Proofs proofs;
    private final Catalogue catalogue;
    private final InstantSource clock;

    LawScreens(Templates templates, Proofs proofs, Catalogue catalogue, InstantSource clock) {
        this.templates = templates;
        this.proofs = proofs;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping(PATH)
    View laws(OfficeFrame frame) {
        var words = frame.words();
        var latest = proofs.latest();
        var shown = new TodayPages(new Naming(catalogue.now(), words), London.dayOf(clock.instant()), List.of())
                .proof(latest, true);
        var rows = latest.map(proofs::found).orElse(List.of()).stream()
                .map(law -> row(law, words))
                .toList();
        return Page.of(templates.reportingLaws(
                new LawsPage(shown, latest.map(proof -> sealed(proof, words)).orElse(""), rows), frame));
    }

    @PostMapping(PATH)
    View check() {
        proofs.check();
        return Page.redirect(PATH).saying("reporting.proof.done");
    }

    private static String sealed(Proof proof, Words words) {
        return proof.seal() == 0
                ? words.say("reporting.proof.unsealed")
                : words.say("reporting.proof.sealed", proof.seal());
    }

    private static LawsPage.Row row(Laws.Law law, Words words) {
        var inWelsh = Laws.inWelsh(law.id());
        var sentence = words.either(law.sentence(), inWelsh);
        var language = inWelsh.isEmpty() ? words.kept() : null;
        return law.violations() == 0
                ? new LawsPage.Row(sentence, language, words.say("reporting.proof.holds"), "govuk-tag--green", "")
                : new LawsPage.Row(
                        sentence,
                        language,
                        words.say("reporting.proof.breaks"),
                        "govuk-tag--red",
                        words.number(law.violations()));
    }
}
