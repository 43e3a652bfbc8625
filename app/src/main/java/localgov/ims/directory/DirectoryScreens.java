package localgov.ims.directory;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.audit.Audit;
import localgov.ims.backoffice.Onwards;
import localgov.ims.directory.pages.FailedPage;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.DirectorySignIn;
import localgov.ims.people.DirectorySignIn.Arrival;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.OpenToAll;
import localgov.ims.people.Person;
import localgov.ims.people.Session;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The way to a directory and back: to sign in, or to show again who one is.
@Controller
class DirectoryScreens {
    static final String PROVED = "/office/me/proved";
    private static final String SIGN_IN = "/office/sign-in";
    private static final String PROVE = "/office/me/prove/directory";

    /// How far the directory's clock may be from ours.
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryScreens.class);

    private final Templates templates;
    private final Providers providers;
    private final OpenIdConnect connect;
    private final Ways ways;
    private final DirectorySignIn signIn;
    private final Audit audit;
    private final InstantSource clock;

    DirectoryScreens(
            Templates templates,
            Providers providers,
            OpenIdConnect connect,
            Ways ways,
            DirectorySignIn signIn,
            Audit audit,
            InstantSource clock) {
        this.templates = templates;
        this.providers = providers;
        this.connect = connect;
        this.ways = ways;
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(SIGN_IN + "/with/{code}")
    @OpenToAll(why = "nobody has signed in before they signed in")
    View setOut(
            @PathVariable String code, HttpServletRequest request, HttpServletResponse response, OfficeFrame frame) {
        if (CurrentCaller.optional().isPresent()) {
            return Page.redirect(Onwards.OFFICE);
        }
        return providers
                .find(code)
                .map(provider -> towards(provider, Onwards.wanted(request, response), null, request, response, frame))
                .orElseGet(() -> Page.redirect(SIGN_IN));
    }

    /// Somebody who signed in with a directory shows it again who they are.
    @GetMapping(PROVE)
    @NeedsSignIn(why = "whoever is signed in may show again who they are")
    View proveAgain(
            @RequestParam(defaultValue = "") String onwards,
            Person person,
            HttpServletRequest request,
            HttpServletResponse response,
            OfficeFrame frame) {
        var session = CurrentCaller.session().map(one -> one.id().value());
        return providers.open().stream()
                .filter(entry -> signIn.isKnownTo(entry.value("issuer"), person.id()))
                .findFirst()
                .flatMap(entry -> providers.find(entry.key()))
                .filter(_ -> session.isPresent())
                .map(provider ->
                        towards(provider, Onwards.safe(onwards, PROVED), session.get(), request, response, frame))
                .orElseGet(() -> failed("unknown", "", HttpStatus.NOT_FOUND, frame));
    }

    private View towards(
            Provider provider,
            String onwards,
            @Nullable UUID session,
            HttpServletRequest request,
            HttpServletResponse response,
            OfficeFrame frame) {
        return switch (connect.setOut(provider, session != null, request)) {
            case OpenIdConnect.SetOut.To(var address, var asked) -> {
                ways.begin(new Way(provider.code(), asked, onwards, session, clock.instant()), request, response);
                yield seeOther(address);
            }
            case OpenIdConnect.SetOut.Down(var why) -> down(provider, why, frame);
        };
    }

    private static View seeOther(String address) {
        var view = new RedirectView(URI.create(address).toString());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }

    @GetMapping(OpenIdConnect.BACK)
    @OpenToAll(why = "a directory sends people back here before they are signed in")
    View back(HttpServletRequest request, HttpServletResponse response, OfficeFrame frame) {
        var way = ways.end(request, response);
        var provider = way.flatMap(begun -> providers.find(begun.directory()));
        if (provider.isEmpty()) {
            return failed("again", "", HttpStatus.BAD_REQUEST, frame);
        }
        return switch (connect.comeBack(provider.get(), way.get().asked(), reply(request))) {
            case Said.Known known ->
                way.get().session() == null
                        ? arrived(provider.get(), known, way.get(), request, response, frame)
                        : proved(provider.get(), known, way.get(), frame);
            case Said.Refused(var why) -> {
                signIn.turnedAway("the directory said " + why);
                yield failed("refused", provider.get().name(), HttpStatus.FORBIDDEN, frame);
            }
            case Said.NotBelieved(var why) -> {
                signIn.turnedAway("not believed: " + why);
                yield failed("not-believed", provider.get().name(), HttpStatus.BAD_REQUEST, frame);
            }
            case Said.Down(var why) -> down(provider.get(), why, frame);
        };
    }

    private static Map<String, @Nullable String> reply(HttpServletRequest request) {
        var reply = new HashMap<String, @Nullable String>();
        for (var name : new String[] {"state", "code", "error", "iss"}) {
            reply.put(name, request.getParameter(name));
        }
        return reply;
    }

    private View arrived(
            Provider provider,
            Said.Known known,
            Way way,
            HttpServletRequest request,
            HttpServletResponse response,
            OfficeFrame frame) {
        if (known.groupsUntold()) {
            audit.note("system", "directory.groups-not-told", "directory:" + provider.code(), "");
        }
        return switch (signIn.arrive(known.identity(), request, response)) {
            case Arrival.Welcome _ -> Page.redirect(way.onwards());
            case Arrival.Stranger _ -> {
                signIn.turnedAway(known.identity().email().isBlank() ? "no address that counts" : "nobody here");
                yield failed("stranger", provider.name(), HttpStatus.FORBIDDEN, frame);
            }
        };
    }

    /// The same person, in the session that asked, and only just.
    private View proved(Provider provider, Said.Known known, Way way, OfficeFrame frame) {
        Optional<Session> session =
                CurrentCaller.session().filter(one -> one.id().value().equals(way.session()));
        if (session.isEmpty() || !(CurrentCaller.get() instanceof Person person)) {
            return failed("again", "", HttpStatus.BAD_REQUEST, frame);
        }
        var when = known.authenticatedAt();
        if (when == null || when.isBefore(way.startedAt().minus(CLOCKS_DIFFER))) {
            signIn.turnedAway(when == null ? "the directory does not say auth_time" : "auth_time is too old");
            return failed("not-fresh", provider.name(), HttpStatus.FORBIDDEN, frame);
        }
        return signIn.prove(known.identity(), person, session.get())
                ? Page.redirect(way.onwards())
                : failed("another", provider.name(), HttpStatus.FORBIDDEN, frame);
    }

    /// Where a proof ends that was given beside a page with a form: that page goes on from where it was.
    @GetMapping(PROVED)
    @NeedsSignIn(why = "whoever is signed in may show again who they are")
    View proved(OfficeFrame frame) {
        return Page.of(templates.directoryProved(frame));
    }

    private View down(Provider provider, String why, OfficeFrame frame) {
        LOG.warn("The directory {} does not do its work: {}", provider.code(), why);
        audit.note("system", "directory.down", "directory:" + provider.code(), why);
        return failed("down", provider.name(), HttpStatus.SERVICE_UNAVAILABLE, frame);
    }

    private View failed(String how, String name, HttpStatus status, OfficeFrame frame) {
        var words = frame.words();
        var signedIn = CurrentCaller.optional().isPresent();
        var page = new FailedPage(
                words.say("directory.failed." + how, name),
                words.say("directory.failed.then." + how, name),
                signedIn ? Onwards.OFFICE : SIGN_IN,
                words.say(signedIn ? "directory.failed.office" : "directory.failed.sign-in"),
                !signedIn && how.equals("down"));
        return Page.of(templates.directoryFailed(page, frame)).status(status.value());
    }
}
