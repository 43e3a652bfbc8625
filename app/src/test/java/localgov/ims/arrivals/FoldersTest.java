package localgov.ims.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A council reaches its own folder and nothing else, whatever stands in a name and whatever links lie about.
class FoldersTest {
    @TempDir
    Path machine;

    Path own;
    Folders folders;

    @BeforeEach
    void aFolder() throws IOException {
        var base = machine.resolve("base");
        own = base.resolve(TestCouncil.ALDERMERE.value());
        Files.createDirectories(own.resolve("bank"));
        Files.writeString(Files.createDirectories(machine.resolve("secret")).resolve("keys.txt"), "another's");
        folders = new Folders(Optional.of(base), false);
    }

    private Reached open(String folder) throws IOException {
        return CurrentCouncil.calling(TestCouncil.ALDERMERE, () -> folders.open(folder));
    }

    private void leadsNowhere(String folder, Trouble trouble) {
        assertThatThrownBy(() -> open(folder).close())
                .isInstanceOfSatisfying(
                        NotReached.class, e -> assertThat(e.trouble()).isEqualTo(trouble));
    }

    @Test
    void filesAreFoundInItsOwnFolder() throws IOException {
        Files.writeString(own.resolve("bank/statement.txt"), "one");
        try (var reached = open("bank")) {
            assertThat(reached.list(_ -> true).files()).extracting(Lying::name).containsExactly("statement.txt");
            assertThat(reached.open("statement.txt").readAllBytes()).hasSize(3);
        }
    }

    @Test
    void aFolderThatIsALinkIsNoFolder() throws IOException {
        Files.createSymbolicLink(own.resolve("link"), machine.resolve("secret"));
        leadsNowhere("link", Trouble.FOLDER_GONE);
    }

    @Test
    void aLinkOnTheWayLeadsNowhere() throws IOException {
        Files.createDirectories(machine.resolve("secret/bank"));
        Files.createSymbolicLink(own.resolve("link"), machine.resolve("secret"));
        leadsNowhere("link/bank", Trouble.FOLDER_GONE);
    }

    @Test
    void aFileThatIsALinkIsNoFile() throws IOException {
        Files.createSymbolicLink(own.resolve("bank/keys.txt"), machine.resolve("secret/keys.txt"));
        try (var reached = open("bank")) {
            assertThat(reached.list(_ -> true).files()).isEmpty();
            assertThat(reached.look("keys.txt")).isEmpty();
            assertThatThrownBy(() -> reached.open("keys.txt").close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theFolderForWhatIsDoneIsNotALinkEither() throws IOException {
        Files.writeString(own.resolve("bank/statement.txt"), "one");
        Files.createSymbolicLink(own.resolve("bank/done"), machine.resolve("secret"));
        try (var reached = open("bank")) {
            assertThatThrownBy(() -> reached.moveToDone("statement.txt", 7)).isInstanceOf(NotReached.class);
        }
        assertThat(machine.resolve("secret/statement.txt")).doesNotExist();
        assertThat(own.resolve("bank/statement.txt")).exists();
    }

    @Test
    void whatIsDoneNeverReplacesAnotherOfTheSameName() throws IOException {
        Files.createDirectory(own.resolve("bank/done"));
        Files.writeString(own.resolve("bank/done/statement.txt"), "of Monday");
        Files.writeString(own.resolve("bank/statement.txt"), "of Tuesday");
        try (var reached = open("bank")) {
            reached.moveToDone("statement.txt", 7);
        }
        assertThat(own.resolve("bank/done/statement.txt")).hasContent("of Monday");
        assertThat(own.resolve("bank/done/7-statement.txt")).hasContent("of Tuesday");
    }

    @Test
    void noNameOfAFolderLeadsUpOrBeginsWithADot() {
        for (var folder : new String[] {"..", "bank/../..", "/etc", "bank//x", ".ssh", "", "bank/", "a\\b"}) {
            assertThat(folder.matches(ArrivalsData.SAFE_FOLDER)).as(folder).isFalse();
        }
        assertThat("bank/statements_2026.v1".matches(ArrivalsData.SAFE_FOLDER)).isTrue();
    }

    @Test
    void hiddenAndUnfinishedFilesAreLeftAlone() throws IOException {
        for (var name : new String[] {".hidden", "a.part", "b.TMP", "c.filepart", "whole.txt"}) {
            Files.writeString(own.resolve("bank").resolve(name), "x");
        }
        Files.createDirectory(own.resolve("bank/folder"));
        try (var reached = open("bank")) {
            assertThat(reached.list(_ -> true).files()).extracting(Lying::name).containsExactly("whole.txt");
        }
    }

    @Test
    void aFolderThatIsNotThereAndNoFoldersAtAllAreTwoThings() {
        leadsNowhere("nowhere", Trouble.FOLDER_GONE);
        folders = new Folders(Optional.empty(), false);
        leadsNowhere("bank", Trouble.NO_FOLDERS);
    }
}
