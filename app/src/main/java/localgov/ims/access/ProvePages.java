package localgov.ims.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import localgov.ims.access.pages.ProvePage;
import localgov.ims.access.pages.ProvePage.Ask;
import localgov.ims.people.Passkeys;
import localgov.ims.people.Person;
import localgov.ims.people.Session;
import localgov.ims.people.SignIn;
import localgov.ims.people.SignedInBy;
import org.springframework.stereotype.Component;

/// The ways in which whoever is signed in can show again who they are.
@Component
class ProvePages {
    private static final String DIRECTORY = ProveScreens.PATH + "/directory";

    private final SignIn signIn;
    private final Passkeys passkeys;

    ProvePages(SignIn signIn, Passkeys passkeys) {
        this.signIn = signIn;
        this.passkeys = passkeys;
    }

    /// When a page was asked for and not a form.
    ProvePage beforePage(Person person, Session session, String onwards) {
        var there = DIRECTORY + "?onwards=" + URLEncoder.encode(onwards, StandardCharsets.UTF_8);
        return new ProvePage(
                ask(person, session),
                passkeys.has(person.id()),
                byDirectory(session) ? there : null,
                false,
                ProveScreens.PATH,
                List.of(new ProvePage.Kept(ProveScreens.ONWARDS, onwards)));
    }

    /// When a form was sent, which is kept and sent again.
    ProvePage beforeForm(Person person, Session session, String action, List<ProvePage.Kept> kept) {
        return new ProvePage(
                ask(person, session),
                passkeys.has(person.id()),
                byDirectory(session) ? DIRECTORY : null,
                byDirectory(session),
                action,
                kept);
    }

    private static boolean byDirectory(Session session) {
        return session.signedInBy() == SignedInBy.DIRECTORY;
    }

    private Ask ask(Person person, Session session) {
        if (signIn.provesByCode(person.id())) {
            return Ask.CODE;
        }
        return !byDirectory(session) && signIn.provesByPassword(person) ? Ask.PASSWORD : Ask.NOTHING;
    }
}
