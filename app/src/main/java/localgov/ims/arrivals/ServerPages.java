package localgov.ims.arrivals;

import java.util.List;
import localgov.ims.arrivals.pages.ArrivalPlacePage;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what a page shows of a server and of the keys on both sides.
@Component
class ServerPages {
    private final PlaceStore places;
    private final ServerKeys seenKeys;
    private final OwnKeys ownKeys;

    ServerPages(PlaceStore places, ServerKeys seenKeys, OwnKeys ownKeys) {
        this.places = places;
        this.seenKeys = seenKeys;
        this.ownKeys = ownKeys;
    }

    /// Nothing for a folder.
    ArrivalPlacePage.@Nullable Server of(Place place, Words words) {
        return places.server(place.code()).map(server -> shown(server, words)).orElse(null);
    }

    private ArrivalPlacePage.Server shown(Server server, Words words) {
        var self = ArrivalScreens.path(server.place());
        boolean may = CurrentCaller.may(Permission.CHANGE_SETTINGS);
        boolean byKey = server.signIn() == Server.SignIn.KEY;
        return new ArrivalPlacePage.Server(
                List.of(
                        SummaryRow.of(words.say("arrivals.server"), "%s:%d".formatted(server.host(), server.port())),
                        SummaryRow.of(words.say("arrivals.username"), server.username()),
                        SummaryRow.of(
                                words.say("arrivals.host-key"),
                                server.hostKey().isEmpty() ? words.say("arrivals.host-key.none") : server.hostKey())),
                seenKeys.waiting(server.place())
                        .map(seen -> new ArrivalPlacePage.Seen(
                                seen.hostKey(),
                                words.moment(seen.seenAt()),
                                !server.hostKey().isEmpty()))
                        .orElse(null),
                may ? self + "/agree" : null,
                byKey
                        ? ownKeys.shown(server.place())
                                .map(OwnKeys.Public::publicKey)
                                .orElse(null)
                        : null,
                may && byKey ? self + "/key" : null);
    }
}
