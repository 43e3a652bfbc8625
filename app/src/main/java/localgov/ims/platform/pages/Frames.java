package localgov.ims.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.platform.pages.NoticesOnPages.Side;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/// Makes the frame of a page from its request and from what the modules hand in.
@Component
public final class Frames {
    static final String OFFICE = "/office";
    private static final String SIGN_OUT = "/office/sign-out";

    private final Assets assets;
    private final CouncilFaces councils;
    private final Optional<NoticesOnPages> notices;
    private final PersonOnPages person;
    private final List<OfficePlace> places;
    private final Optional<OfficeSearch> search;
    private final List<AlertsInOffice> alerts;

    Frames(
            Assets assets,
            CouncilFaces councils,
            ObjectProvider<NoticesOnPages> notices,
            ObjectProvider<PersonOnPages> person,
            ObjectProvider<OfficePlace> places,
            ObjectProvider<OfficeSearch> search,
            ObjectProvider<AlertsInOffice> alerts) {
        this.assets = assets;
        this.councils = councils;
        this.notices = Optional.ofNullable(notices.getIfAvailable());
        this.person = person.getIfAvailable(() -> Frames::carried);
        this.places = places.stream()
                .sorted(Comparator.comparingInt(OfficePlace::order))
                .toList();
        this.search = Optional.ofNullable(search.getIfAvailable());
        this.alerts = alerts.orderedStream().toList();
    }

    /// The frame of a page for payers, in the language they chose.
    public PortalFrame portal(HttpServletRequest request) {
        var words = RequestLanguage.words(request);
        return new PortalFrame(
                councils.in(words),
                notices(Side.PORTAL, words),
                words,
                new Csrf(request),
                assets,
                Redirect.saying(request),
                request.getRequestURI(),
                inLanguage(request, words.language().other()));
    }

    /// The frame of a page for the council's people, in the language they chose.
    public OfficeFrame office(HttpServletRequest request) {
        var words = RequestLanguage.words(request);
        var path = request.getRequestURI();
        var shown = places.stream()
                .filter(place -> place.shown().test(request))
                .map(place -> new OfficeFrame.NavItem(
                        words.say(place.key()),
                        place.path(),
                        place.holds(path),
                        place.waiting().applyAsLong(request)))
                .toList();
        var mine = search.filter(box -> box.shown().test(request));
        var sought = mine.map(box -> request.getParameter(box.parameter())).orElse("");
        return new OfficeFrame(
                councils.in(words),
                notices(Side.OFFICE, words),
                words,
                new Csrf(request),
                assets,
                Redirect.saying(request),
                path,
                inLanguage(request, words.language().other()),
                person.on(request).orElse(null),
                shown,
                mine.orElse(null),
                sought,
                alerts.stream().flatMap(known -> known.alerts(words).stream()).toList());
    }

    private List<Notice> notices(Side side, Words words) {
        return notices.map(known -> known.notices(side, words)).orElse(List.of());
    }

    private static Optional<PersonFace> carried(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteUser()).map(name -> new PersonFace(name, SIGN_OUT));
    }

    /// This address in another language, with the rest of its query kept.
    private static String inLanguage(HttpServletRequest request, Language language) {
        var query = request.getQueryString();
        var kept = query == null
                ? Stream.<String>empty()
                : Stream.of(query.split("&", -1)).filter(part -> !part.isEmpty() && !part.startsWith("lang="));
        var all = Stream.concat(kept, Stream.of("lang=" + language.code())).toList();
        return UriUtils.encodePath(
                        UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                + "?" + String.join("&", all);
    }
}
