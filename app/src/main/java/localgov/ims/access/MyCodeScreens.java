package localgov.ims.access;

import gg.jte.generated.precompiled.Templates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import localgov.ims.access.pages.CodePage;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.OneTimeCodes;
import localgov.ims.people.OneTimeCodes.Confirmed;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.QrCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriUtils;

/// Setting up an authenticator app, and ending it. Each step needs a fresh proof: whoever finds a desk unattended
/// must not make the way in their own.
@Controller
@NeedsSignIn(why = "everybody looks after their own one-time codes")
@NeedsFreshSignIn
class MyCodeScreens {
    private static final String PATH = MeScreens.PATH + "/code";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final OneTimeCodes codes;

    MyCodeScreens(Templates templates, OneTimeCodes codes) {
        this.templates = templates;
        this.codes = codes;
    }

    @GetMapping(PATH)
    View look(Person person, OfficeFrame frame) {
        return codes.areOn(person.id())
                ? Page.of(templates.accessCodesOn(frame))
                : Page.of(templates.accessCode(page(person, frame), Answers.none(frame.words()), frame));
    }

    @PostMapping(PATH + "/begin")
    View begin(Person person) {
        codes.begin(person);
        return Page.redirect(PATH);
    }

    @PostMapping(PATH)
    View confirm(@RequestParam(defaultValue = "") String code, Person person, OfficeFrame frame) {
        return switch (codes.confirm(person, code)) {
            case Confirmed.Now(var recovery) -> recoveryCodes(recovery, frame);
            case Confirmed.NothingBegun _ -> Page.redirect(PATH);
            case Confirmed.NotRight _ -> {
                var answers = Answers.none(frame.words()).wrong("code", "access.code.not-right");
                yield Page.of(templates.accessCode(page(person, frame), answers, frame))
                        .status(REFUSED);
            }
        };
    }

    @PostMapping(PATH + "/recovery-codes")
    View newRecoveryCodes(Person person, OfficeFrame frame) {
        return codes.areOn(person.id()) ? recoveryCodes(codes.newRecoveryCodes(person), frame) : Page.redirect(PATH);
    }

    @PostMapping(PATH + "/remove")
    View remove(Person person) {
        codes.remove(person.id(), person.signature());
        return Page.redirect(MeScreens.PATH).saying("access.codes.removed");
    }

    /// In the answer itself and nowhere else, so that they are seen once.
    private View recoveryCodes(List<String> recovery, OfficeFrame frame) {
        return Page.of(templates.accessRecoveryCodes(recovery, frame));
    }

    private CodePage page(Person person, OfficeFrame frame) {
        return codes.begun(person.id())
                .map(secret -> {
                    var picture =
                            QrCode.of(address(person, secret, frame.council().name()));
                    return new CodePage(secret.replaceAll("(.{4})(?=.)", "$1 "), picture.path(), picture.side());
                })
                .orElseGet(() -> new CodePage(null, null, 0));
    }

    /// What authenticator apps read from the picture.
    private static String address(Person person, String secret, String council) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(council), encoded(person.email()), secret, encoded(council));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
