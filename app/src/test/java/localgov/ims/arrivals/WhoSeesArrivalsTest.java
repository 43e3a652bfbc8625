package localgov.ims.arrivals;

import static localgov.ims.arrivals.Mailroom.bytes;
import static localgov.ims.arrivals.Mailroom.statement;
import static localgov.ims.arrivals.Mailroom.within;
import static localgov.ims.people.Permission.CHANGE_SETTINGS;
import static localgov.ims.people.Permission.SEE_IMPORTS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static localgov.ims.people.Permission.SEE_SETTINGS;
import static localgov.ims.people.Permission.TAKE_IN_FILES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The pages of places and of what arrived there offer each what they may do, and show each what they may see.
@WithCouncil
class WhoSeesArrivalsTest {
    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @TempDir
    Path base;

    private Mailroom room;

    @BeforeEach
    void aRoom() throws IOException {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        room = new Mailroom(app, base);
    }

    private Document page(String path, Permission... permissions) throws Exception {
        var reply =
                mvc.get().uri(path).with(Somebody.who(Limits.NONE, permissions)).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    private static List<String> forms(Document page) {
        return page.select("main form[method=post]").eachAttr("action");
    }

    /// A place where a damaged archive waits.
    private String damaged() {
        var place = room.place(Map.of());
        room.put("pack.zip", bytes("PK\u0003\u0004 and no more of it"));
        room.lookTwice(place);
        return place;
    }

    @Test
    void aPlaceIsAddedByWhoeverChangesSettingsAndSeesThem() throws Exception {
        var add = "main a[href$=/add]";
        assertThat(page(ArrivalScreens.PATH, CHANGE_SETTINGS, SEE_SETTINGS).select(add))
                .hasSize(1);
        assertThat(page(ArrivalScreens.PATH, SEE_SETTINGS, SEE_IMPORTS).select(add))
                .isEmpty();
        assertThat(page(ArrivalScreens.PATH, CHANGE_SETTINGS, SEE_IMPORTS).select(add))
                .isEmpty();
    }

    @Test
    void aPlaceIsLookedAtByWhoeverTakesInFiles() throws Exception {
        var path = ArrivalScreens.path(room.place(Map.of()));
        assertThat(forms(page(path, SEE_IMPORTS, TAKE_IN_FILES))).containsExactly(path + "/look", path + "/attempt");
        assertThat(forms(page(path, SEE_IMPORTS))).isEmpty();
    }

    @Test
    void aServersKeyIsMadeByWhoeverChangesSettings() throws Exception {
        var path = ArrivalScreens.path(room.place(
                Map.of("kind", "SFTP", "host", "bank.example", "port", "22", "username", "council", "sign_in", "KEY")));
        assertThat(forms(page(path, SEE_SETTINGS, CHANGE_SETTINGS))).containsExactly(path + "/key");
        assertThat(forms(page(path, SEE_SETTINGS))).isEmpty();
    }

    @Test
    void whatCouldNotBeTakenIsDecidedByWhoeverTakesInFiles() throws Exception {
        var path = ArrivalScreens.path(room.only(damaged()));
        assertThat(forms(page(path, SEE_IMPORTS, TAKE_IN_FILES))).containsExactly(path + "/again", path + "/dismiss");
        assertThat(forms(page(path, SEE_IMPORTS))).isEmpty();
    }

    @Test
    void whatArrivedIsReadByWhoeverSeesImports() throws Exception {
        var path = ArrivalScreens.path(room.only(damaged()));
        assertThat(page(path, SEE_IMPORTS).select("main a[href$=/original]")).hasSize(1);
        assertThat(page(path, SEE_SETTINGS).select("main a[href$=/original]")).isEmpty();
    }

    @Test
    void whatItBroughtIsOpenedByWhoeverSeesImports() throws Exception {
        var place = room.place(Map.of());
        room.put("statement.txt", statement());
        room.lookTwice(place);
        var brought = "main a[href^=/office/imports/]";
        for (var path : List.of(ArrivalScreens.path(place), ArrivalScreens.path(room.only(place)))) {
            assertThat(page(path, SEE_IMPORTS).select(brought)).hasSize(1);
            assertThat(page(path, SEE_SETTINGS).select(brought)).isEmpty();
        }
    }

    @Test
    void theFirstPageTellsOnlyThoseWhoSeeImportsWhatWaits() throws Exception {
        damaged();
        room.look(room.place(Map.of("folder", "nowhere")));
        var waits = page("/office", SEE_RECEIPTS, SEE_IMPORTS).select("main").text();
        assertThat(waits).contains("that arrived could not be taken").contains("cannot be looked at");
        var unseen = page("/office", SEE_RECEIPTS).select("main").text();
        assertThat(unseen).doesNotContain("that arrived could not be taken").doesNotContain("cannot be looked at");
    }
}
