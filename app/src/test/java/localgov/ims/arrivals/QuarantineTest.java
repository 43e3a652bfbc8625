package localgov.ims.arrivals;

import static localgov.ims.arrivals.Mailroom.bytes;
import static localgov.ims.arrivals.Mailroom.statement;
import static localgov.ims.arrivals.Mailroom.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.imports.Originals;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What cannot be taken is kept, shown, tried again once what was in its way is put right, or dismissed for a reason.
@WithCouncil
class QuarantineTest {
    private static final String SOURCE = "bank-morning";

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    Quarantine quarantine;

    @TempDir
    Path base;

    Mailroom room;

    @BeforeEach
    void aRoom() throws IOException {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        room = new Mailroom(app, base);
    }

    private Document page(String path) throws Exception {
        var reply = mvc.get().uri(path).with(SignedInAs.finance()).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    private MvcTestResult send(String path, String... answers) {
        var request = mvc.post().uri(path).with(SignedInAs.finance()).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < answers.length; i += 2) {
            request = request.param(answers[i], answers[i + 1]);
        }
        return request.exchange();
    }

    /// It begins as an archive and is none.
    private static byte[] damaged() {
        return bytes("PK\u0003\u0004 and no more of it "
                + new String(statement(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private void source(boolean open) {
        within(() -> {
            var data = settings.type("import-sources").orElseThrow();
            var entry = settings.get(data, SOURCE).orElseThrow();
            var answers = new HashMap<>(entry.values());
            answers.put("open", open ? "yes" : "no");
            assertThat(settings.change(data, SOURCE, entry.version(), answers, "system"))
                    .isInstanceOf(Saved.Done.class);
            return true;
        });
    }

    @Test
    void aDamagedArchiveIsKeptAndStaysWhereItLies() throws Exception {
        var place = room.place(Map.of());
        var bytes = damaged();
        var file = room.put("pack.zip", bytes);
        room.lookTwice(place);
        room.look(place);
        var arrived = room.only(place);
        assertThat(arrived.state()).isEqualTo(Arrived.State.QUARANTINED);
        assertThat(arrived.why()).isEqualTo(Why.DAMAGED);
        assertThat(file).exists();
        try (var kept = within(() -> app.getBean(Originals.class).open(arrived.original()))) {
            assertThat(within(() -> {
                        try {
                            return kept.readAllBytes();
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .isEqualTo(bytes);
        }
        assertThat(page("/office").text()).contains("that arrived could not be taken");
        assertThat(page("/office/arrivals").text()).contains("pack.zip").contains("The archive is damaged");
        assertThat(page(ArrivalScreens.path(arrived)).select("h1").text()).isEqualTo("pack.zip");
    }

    @Test
    void itIsDismissedForAReasonAndThenClearedAway() throws Exception {
        var place = room.place(Map.of());
        var file = room.put("pack.zip", damaged());
        room.lookTwice(place);
        var path = ArrivalScreens.path(room.only(place));
        assertThat(send(path + "/dismiss", "reason", " ")).hasStatus(422);
        assertThat(send(path + "/dismiss", "reason", "The bank sent it by mistake"))
                .hasStatus(303);
        assertThat(room.only(place).state()).isEqualTo(Arrived.State.DISMISSED);
        assertThat(page(path).text()).contains("The bank sent it by mistake").contains("finance@demo.example");
        room.look(place);
        assertThat(file).doesNotExist();
        assertThat(room.folder.resolve("done/pack.zip")).exists();
        assertThat(send(path + "/again")).hasStatus(303);
        assertThat(room.only(place).state()).isEqualTo(Arrived.State.DISMISSED);
    }

    @Test
    void whatWasInItsWayIsPutRightAndItIsTakenOnceByWhoeverComesFirst() throws Exception {
        var place = room.place(Map.of("source", SOURCE));
        var bytes = statement();
        room.put("statement.txt", bytes);
        source(false);
        room.lookTwice(place);
        var arrived = room.only(place);
        assertThat(arrived.why()).isEqualTo(Why.UNKNOWN_SOURCE);
        assertThat(within(() -> quarantine.again(arrived.id(), "ann@aldermere.example")))
                .isEqualTo(Quarantine.Again.STAYS);
        source(true);
        Callable<Quarantine.Again> again = () -> within(() -> quarantine.again(arrived.id(), "ann@aldermere.example"));
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(again);
            var second = both.submit(again);
            assertThat(Stream.of(first.get(), second.get()))
                    .containsExactlyInAnyOrder(Quarantine.Again.TAKEN, Quarantine.Again.TOO_LATE);
        }
        assertThat(room.importsOf(bytes)).isOne();
        room.look(place);
        assertThat(room.folder.resolve("done/statement.txt")).exists();
    }

    @Test
    void anEmptyFileIsNoFileOfMoney() {
        var place = room.place(Map.of());
        room.put("empty.txt", new byte[0]);
        room.lookTwice(place);
        assertThat(room.only(place).why()).isEqualTo(Why.NOTHING_IN_IT);
        assertThat(within(() -> quarantine.again(room.only(place).id(), "ann@aldermere.example")))
                .isEqualTo(Quarantine.Again.NOT_KEPT);
    }

    /// A place of which this file, and no other, cannot be had or cleared away.
    private Reaching refusing(String name, boolean opens) {
        return new Reaching(room.folders, room.servers) {
            @Override
            Reached reach(Place place) throws IOException {
                return new Refusing(super.reach(place), name, opens);
            }
        };
    }

    private record Refusing(Reached real, String name, boolean opens) implements Reached {
        @Override
        public Listed list(Predicate<String> wanted) throws IOException {
            return real.list(wanted);
        }

        @Override
        public Optional<Lying> look(String of) throws IOException {
            return real.look(of);
        }

        @Override
        public InputStream open(String of) throws IOException {
            if (!opens && of.equals(name)) {
                throw new IOException("Permission denied");
            }
            return real.open(of);
        }

        @Override
        public void moveToDone(String of, long number) throws IOException {
            if (of.equals(name)) {
                throw new NotReached(Trouble.CANNOT_CLEAR, null);
            }
            real.moveToDone(of, number);
        }

        @Override
        public void delete(String of) throws IOException {
            real.delete(of);
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }

    private Arrived named(String place, String name) {
        return room.of(place).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileThatItsPlaceDoesNotGiveHoldsUpNoOtherAndWaitsForAPersonInTheEnd() throws Exception {
        var place = room.place(Map.of());
        var closed = statement();
        var open = statement();
        room.put("a-closed.txt", closed);
        room.put("b-open.txt", open);
        room.reaching = refusing("a-closed.txt", false);
        room.lookTwice(place);
        assertThat(room.importsOf(open)).isOne();
        assertThat(within(() -> room.standings.of(place)).trouble()).isEqualTo(Trouble.CANNOT_FETCH);
        assertThat(page(ArrivalScreens.path(place)).text()).contains("A file could not be fetched");
        for (int i = 1; i < Taking.MOST_ATTEMPTS; i++) {
            assertThat(named(place, "a-closed.txt").state()).isEqualTo(Arrived.State.SEEN);
            room.look(place);
        }
        var waits = named(place, "a-closed.txt");
        assertThat(waits.why()).isEqualTo(Why.NOT_FETCHED);
        assertThat(page(ArrivalScreens.path(waits)).text()).contains("nothing of it is kept");
        room.look(place);
        assertThat(within(() -> room.standings.of(place)).trouble()).isNull();

        room.reaching = new Reaching(room.folders, room.servers);
        assertThat(within(() -> quarantine.again(waits.id(), "ann@aldermere.example")))
                .isEqualTo(Quarantine.Again.FETCHED);
        room.look(place);
        assertThat(room.importsOf(closed)).isOne();
    }

    @Test
    void aFileThatComesWholeAtLastIsTakenHoweverOftenItsLineBroke() {
        var place = room.place(Map.of());
        var bytes = statement();
        room.put("statement.txt", bytes);
        room.reaching = refusing("statement.txt", false);
        room.look(place);
        for (int i = 1; i < Taking.MOST_ATTEMPTS; i++) {
            room.look(place);
        }
        room.reaching = new Reaching(room.folders, room.servers);
        room.look(place);
        assertThat(room.only(place).state()).isEqualTo(Arrived.State.TAKEN);
        assertThat(room.importsOf(bytes)).isOne();
    }

    @Test
    void oneThatCannotBeClearedAwayHoldsUpNoOther() {
        var place = room.place(Map.of());
        var first = statement();
        var second = statement();
        room.put("a-stays.txt", first);
        room.put("b-goes.txt", second);
        room.reaching = refusing("a-stays.txt", true);
        room.lookTwice(place);
        assertThat(room.importsOf(first)).isOne();
        assertThat(room.importsOf(second)).isOne();
        assertThat(within(() -> room.standings.of(place)).trouble()).isEqualTo(Trouble.CANNOT_CLEAR);
        room.look(place);
        assertThat(room.importsOf(first)).isOne();
        room.reaching = new Reaching(room.folders, room.servers);
        room.look(place);
        assertThat(within(() -> room.standings.of(place)).trouble()).isNull();
        assertThat(room.folder.resolve("done/a-stays.txt")).exists();
    }

    @Test
    void whileSomebodyTriesNobodyDismissesIt() {
        var place = room.place(Map.of());
        room.put("pack.zip", damaged());
        room.lookTwice(place);
        long id = room.only(place).id();
        assertThat(within(() ->
                        room.files.claimed(id, Instant.now(), Instant.now().plusSeconds(60))))
                .isTrue();
        assertThat(within(() -> quarantine.dismiss(id, "Not ours", "ben@aldermere.example")))
                .isFalse();
        assertThat(within(() -> quarantine.again(id, "ben@aldermere.example"))).isEqualTo(Quarantine.Again.TOO_LATE);
        within(() -> {
            room.files.released(id);
            return true;
        });
        assertThat(within(() -> quarantine.dismiss(id, "Not ours", "ben@aldermere.example")))
                .isTrue();
    }

    @Test
    void whatIsKeptCanBeHadByThoseWhoSeeFiles() throws Exception {
        var place = room.place(Map.of());
        var bytes = damaged();
        room.put("pack.zip", bytes);
        room.lookTwice(place);
        var arrived = room.only(place);
        var path = ArrivalScreens.path(arrived) + "/original";
        var had = mvc.get().uri(path).with(SignedInAs.finance()).exchange();
        assertThat(had).hasStatusOk();
        assertThat(had.getResponse().getContentAsByteArray()).isEqualTo(bytes);
        assertThat(mvc.get().uri(path).with(SignedInAs.cashier()).exchange()).hasStatus(403);
        assertThat(brokenLaws()).isEmpty();
    }

    private List<Laws.Law> brokenLaws() {
        return within(() -> app.getBean(Laws.class).all().stream()
                .filter(law -> law.violations() > 0)
                .toList());
    }

    @Test
    void aFileAtWhichSomethingAlwaysBreaksMakesWayForOthers() {
        var place = room.place(Map.of());
        var bytes = statement();
        room.put("statement.txt", bytes);
        room.look(place);
        for (int i = 0; i < Taking.MOST_ATTEMPTS; i++) {
            within(() -> room.files.tries(room.only(place).id()));
        }
        room.look(place);
        assertThat(room.only(place).why()).isEqualTo(Why.BROKEN_OFF);
        assertThat(within(() -> quarantine.again(room.only(place).id(), "ann@aldermere.example")))
                .isEqualTo(Quarantine.Again.TAKEN);
        assertThat(room.importsOf(bytes)).isOne();
    }

    @Test
    void anArchiveIsTakenAsItsFiles() throws Exception {
        var place = room.place(Map.of());
        var first = statement();
        var second = statement();
        room.put("pack.zip", zip(first, second));
        room.lookTwice(place);
        assertThat(room.importsOf(first)).isOne();
        assertThat(room.importsOf(second)).isOne();
        assertThat(page(ArrivalScreens.path(room.only(place))).select("a[href^=/office/imports/imp_]"))
                .hasSize(2);
    }

    private static byte[] zip(byte[]... files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < files.length; i++) {
                zip.putNextEntry(new ZipEntry("file-%d.txt".formatted(i)));
                zip.write(files[i]);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aPlaceSaysHowItStandsAndWhetherItCanBeReached() throws Exception {
        var place = room.place(Map.of("folder", "elsewhere"));
        room.look(place);
        var path = ArrivalScreens.path(place);
        assertThat(page(path).text()).contains("Cannot be looked at").contains("There is no such folder. Since");
        assertThat(page("/office").text()).contains("where files arrive cannot be looked at");
        assertThat(send(path + "/attempt")).hasStatus(303);
        assertThat(send(path + "/look")).hasStatus(303);
    }

    @Test
    void whoeverSeesNoFilesSeesNoPlaces() {
        assertThat(mvc.get().uri("/office/arrivals").with(SignedInAs.cashier()).exchange())
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/office/arrivals/bank-folder/look")
                        .with(SignedInAs.auditor())
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .exchange())
                .hasStatus(403);
    }
}
