package localgov.ims.arrivals;

import static localgov.ims.arrivals.Mailroom.statement;
import static localgov.ims.arrivals.Mailroom.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.imports.Intake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A file that lies in a folder is taken once, when it is whole, whatever breaks on the way.
@WithCouncil
class ArrivingFilesTest {
    @Autowired
    ApplicationContext app;

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

    @Test
    void aFileIsTakenAtTheSecondLookAndMovedAway() {
        var place = room.place(Map.of());
        var bytes = statement();
        var file = room.put("statement.txt", bytes);
        room.look(place);
        assertThat(room.importsOf(bytes)).isZero();
        assertThat(room.only(place).state()).isEqualTo(Arrived.State.SEEN);
        room.look(place);
        assertThat(room.importsOf(bytes)).isOne();
        assertThat(room.only(place).state()).isEqualTo(Arrived.State.TAKEN);
        assertThat(file).doesNotExist();
        assertThat(room.folder.resolve("done/statement.txt")).hasBinaryContent(bytes);
    }

    @Test
    void aFileThatGrowsIsNotTakenUntilItRests() throws IOException {
        var place = room.place(Map.of());
        var bytes = statement();
        var half = Arrays.copyOf(bytes, bytes.length / 2);
        var file = room.put("growing.txt", half);
        room.look(place);
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        room.look(place);
        assertThat(room.importsOf(half)).isZero();
        assertThat(room.importsOf(bytes)).isZero();
        room.look(place);
        assertThat(room.importsOf(half)).isZero();
        assertThat(room.importsOf(bytes)).isOne();
    }

    @Test
    void aFileUnderItsNameForWritingIsTakenOnceItIsRenamed() throws IOException {
        var place = room.place(Map.of());
        var bytes = statement();
        var file = room.put("statement.txt.part", bytes);
        room.lookTwice(place);
        assertThat(room.of(place)).isEmpty();
        Files.move(file, room.folder.resolve("statement.txt"));
        room.lookTwice(place);
        assertThat(room.importsOf(bytes)).isOne();
    }

    @Test
    void onlyNamesThatAreWantedAreTaken() {
        var place = room.place(Map.of("file_names", "*.txt,BACS*"));
        var bytes = statement();
        var other = statement();
        room.put("STATEMENT.TXT", bytes);
        var notes = room.put("notes.doc", other);
        room.lookTwice(place);
        assertThat(room.importsOf(bytes)).isOne();
        assertThat(room.importsOf(other)).isZero();
        assertThat(notes).exists();
    }

    @Test
    void theSameBytesUnderAnotherNameAreTheSameImport() {
        var place = room.place(Map.of());
        var bytes = statement();
        room.put("monday.txt", bytes);
        room.put("tuesday.txt", bytes);
        room.lookTwice(place);
        assertThat(room.importsOf(bytes)).isOne();
        assertThat(room.of(place)).hasSize(2).allMatch(file -> file.state() == Arrived.State.TAKEN);
        assertThat(within(() -> room.files.brought(
                        room.of(place).stream().map(Arrived::id).toList())))
                .extracting(FileStore.Brought::isNew)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void whatIsLeftThereIsTakenOnce() {
        var place = room.place(Map.of("afterwards", "LEAVE"));
        var bytes = statement();
        var file = room.put("statement.txt", bytes);
        room.lookTwice(place);
        room.lookTwice(place);
        assertThat(file).exists();
        assertThat(room.importsOf(bytes)).isOne();
        assertThat(room.of(place)).hasSize(1);
    }

    @Test
    void whatIsToBeDeletedIsDeletedAndMayComeAgain() {
        var place = room.place(Map.of("afterwards", "DELETE"));
        var bytes = statement();
        var file = room.put("statement.txt", bytes);
        room.lookTwice(place);
        assertThat(file).doesNotExist();
        room.put("statement.txt", bytes);
        room.lookTwice(place);
        assertThat(file).doesNotExist();
        assertThat(room.importsOf(bytes)).isOne();
    }

    /// The moments at which somebody pulls the plug.
    enum Cut {
        WHILE_IT_IS_FETCHED,
        BEFORE_IT_IS_AN_IMPORT,
        BEFORE_IT_IS_MOVED,
        AFTER_IT_WAS_MOVED
    }

    @ParameterizedTest
    @EnumSource
    void aKillAtAnyMomentNeitherLosesAFileNorTakesItTwice(Cut cut) {
        var place = room.place(Map.of());
        var bytes = statement();
        room.put("statement.txt", bytes);
        room.look(place);
        var real = room.reaching;
        room.reaching = new Reaching(room.folders, room.servers) {
            @Override
            Reached reach(Place one) throws IOException {
                return new Plug(super.reach(one), cut);
            }
        };
        assertThatThrownBy(() -> room.look(place)).isInstanceOf(Plug.Pulled.class);
        room.reaching = real;
        room.lookTwice(place);
        assertThat(room.importsOf(bytes)).isOne();
        assertThat(room.only(place).state()).isEqualTo(Arrived.State.TAKEN);
        assertThat(room.folder.resolve("statement.txt")).doesNotExist();
        assertThat(room.folder.resolve("done/statement.txt")).hasBinaryContent(bytes);
    }

    /// The import is committed and whoever brought it is gone before they could write that down.
    @Test
    void aKillBetweenTheImportAndItsNoteTakesTheFileOnce() throws IOException {
        var place = room.place(Map.of());
        var bytes = statement();
        room.put("statement.txt", bytes);
        room.look(place);
        within(() -> {
            try {
                return app.getBean(Intake.class)
                        .take(new ByteArrayInputStream(bytes), "statement.txt", null, null, Taking.WHO);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        room.look(place);
        assertThat(room.importsOf(bytes)).isOne();
        assertThat(room.only(place).state()).isEqualTo(Arrived.State.TAKEN);
        assertThat(room.folder.resolve("done/statement.txt")).exists();
    }

    @Test
    void ofTwoInstancesOneLooks() throws Exception {
        var place = room.place(Map.of());
        var all = Stream.generate(Mailroom::statement).limit(12).toList();
        for (int i = 0; i < all.size(); i++) {
            room.put("statement-%d.txt".formatted(i), all.get(i));
        }
        room.look(place);
        var at = room.clock.instant().plusSeconds(7_200);
        var looking = new Looking(room.places, room.standings, room.files, room.reaching, room.taking, () -> at);
        Callable<Boolean> look = () -> within(() -> looking.look(place));
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(look);
            var second = both.submit(look);
            assertThat(Stream.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(all).allMatch(bytes -> room.importsOf(bytes) == 1);
        assertThat(room.of(place)).hasSize(12).allMatch(file -> file.state() == Arrived.State.TAKEN);
    }

    @Test
    void aPlaceThatIsGoneSaysSinceWhenAndComesBackByItself() throws IOException {
        var place = room.place(Map.of("folder", "elsewhere"));
        room.look(place);
        var first = within(() -> room.standings.of(place));
        assertThat(first.trouble()).isEqualTo(Trouble.FOLDER_GONE);
        room.look(place);
        var second = within(() -> room.standings.of(place));
        assertThat(second.since()).isEqualTo(first.since());
        assertThat(within(() -> room.standings.silent(10)))
                .extracting(StandingStore.Silent::code)
                .contains(place);
        Files.createDirectory(room.folder.resolveSibling("elsewhere"));
        room.look(place);
        assertThat(within(() -> room.standings.of(place)).trouble()).isNull();
    }

    @Test
    void twoLooksWithinSecondsDoNotMakeAFileWhole() {
        var place = room.place(Map.of());
        var bytes = statement();
        room.put("statement.txt", bytes);
        room.look(place);
        within(() -> {
            room.standings.wanted(place, room.clock.instant());
            return room.looking().look(place);
        });
        assertThat(room.only(place).state()).isEqualTo(Arrived.State.SEEN);
        room.look(place);
        assertThat(room.importsOf(bytes)).isOne();
    }

    @Test
    void aPlaceThatIsNotDueIsLeftAlone() {
        var place = room.place(Map.of("minutes", "1440"));
        assertThat(room.look(place)).isTrue();
        assertThat(room.look(place)).isFalse();
    }

    /// Pulls the plug at one moment.
    private record Plug(Reached real, Cut cut) implements Reached {
        static final class Pulled extends Error {}

        private void cut(Cut now) {
            if (now == cut) {
                throw new Pulled();
            }
        }

        @Override
        public Listed list(Predicate<String> wanted) throws IOException {
            return real.list(wanted);
        }

        @Override
        public Optional<Lying> look(String name) throws IOException {
            cut(Cut.BEFORE_IT_IS_AN_IMPORT);
            return real.look(name);
        }

        @Override
        public InputStream open(String name) throws IOException {
            cut(Cut.WHILE_IT_IS_FETCHED);
            return real.open(name);
        }

        @Override
        public void moveToDone(String name, long number) throws IOException {
            cut(Cut.BEFORE_IT_IS_MOVED);
            real.moveToDone(name, number);
            cut(Cut.AFTER_IT_WAS_MOVED);
        }

        @Override
        public void delete(String name) throws IOException {
            real.delete(name);
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
