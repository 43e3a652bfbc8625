package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import localgov.ims.imports.Archive.Limits;
import localgov.ims.imports.Archive.Looked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is opened, what is not, and why.
class ArchiveTest {
    private static final Limits SMALL = new Limits(3, 4 << 20, 200);

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Looked look(byte[] bytes, String name) throws IOException {
        try (var file =
                Spooled.of(new ByteArrayInputStream(bytes), Imports.MOST_BYTES).orElseThrow()) {
            return new Archive(file, name, SMALL).look();
        }
    }

    private static Unopened why(byte[] bytes) throws IOException {
        return look(bytes, "a.zip") instanceof Looked.Stays stays ? stays.why() : null;
    }

    private static Map<String, byte[]> named(String... names) {
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : names) {
            files.put(name, text("content of " + name));
        }
        return files;
    }

    @Test
    void filesAreHandedOverInTheirOrderAsTheyAre() throws IOException {
        var bytes = zip(named("monday/b.txt", "a.txt", "monday/"));
        var taken = new LinkedHashMap<String, String>();
        try (var file =
                Spooled.of(new ByteArrayInputStream(bytes), Imports.MOST_BYTES).orElseThrow()) {
            var archive = new Archive(file, "a.zip", SMALL);
            assertThat(archive.look()).isInstanceOf(Looked.Opens.class);
            archive.each((name, in) -> taken.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
        assertThat(taken)
                .containsExactly(Map.entry("b.txt", "content of monday/b.txt"), Map.entry("a.txt", "content of a.txt"));
    }

    @Test
    void aGzipFileIsTheFileWithoutItsEnding() throws IOException {
        assertThat(look(gzip(text("hello")), "day.sta.gz")).isEqualTo(new Looked.Opens(List.of("day.sta")));
    }

    @Test
    void aWorkbookIsNoArchive() throws IOException {
        assertThat(look(zip(named("xl/workbook.xml", "[Content_Types].xml")), "dwp.xlsx"))
                .isEqualTo(new Looked.NoArchive());
        assertThat(look(zip(Map.of("dwp.xlsx", zip(named("[Content_Types].xml")))), "a.zip"))
                .as("and one in an archive is a file in it")
                .isInstanceOf(Looked.Opens.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.txt", "a/../../b.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt"})
    void aNameThatLeadsOutIsNotTaken(String name) throws IOException {
        assertThat(why(zip(named("ok.txt", name)))).isEqualTo(Unopened.PATH_OUT);
    }

    @Test
    void anArchiveInAnArchiveIsNotOpened() throws IOException {
        assertThat(why(zip(Map.of("b.zip", zip(named("a.txt")))))).isEqualTo(Unopened.NESTED);
        assertThat(why(zip(Map.of("b.gz", gzip(text("a")))))).isEqualTo(Unopened.NESTED);
        assertThat(why(gzip(gzip(text("a"))))).isEqualTo(Unopened.NESTED);
    }

    @Test
    void whatUnpacksToFarMoreThanItIsIsNotTaken() throws IOException {
        assertThat(why(zip(Map.of("a.txt", new byte[3 << 20])))).isEqualTo(Unopened.TOO_TIGHT);
        assertThat(why(gzip(new byte[3 << 20]))).isEqualTo(Unopened.TOO_TIGHT);
        var noise = new byte[2 << 20];
        new Random(1).nextBytes(noise);
        var more = new LinkedHashMap<>(Map.of("a.txt", noise));
        more.put("b.txt", noise);
        more.put("c.txt", text("one byte too many"));
        assertThat(why(zip(more))).isEqualTo(Unopened.TOO_LARGE);
        assertThat(why(zip(named("1", "2", "3", "4")))).isEqualTo(Unopened.TOO_MANY);
    }

    @Test
    void aListOfFilesThatIsTooLongIsNotEvenRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 80; i++) {
                var entry = new ZipEntry("file " + i);
                entry.setComment("x".repeat(60_000));
                zip.putNextEntry(entry);
            }
        }
        var listed = bytes.toByteArray();
        assertThat(why(listed)).isEqualTo(Unopened.TOO_MANY);
        // Whoever reads this list finds it damaged.
        int list = listed.length - 22 - 80 * (46 + 60_000) - 10 * 6 - 70 * 7;
        assertThat(listed[list]).isEqualTo((byte) 'P');
        listed[list] = 'Q';
        assertThat(why(listed)).isEqualTo(Unopened.TOO_MANY);
    }

    @Test
    void howLongTheListIsMayBeToldInTheLargerEndOfTheFile() throws IOException {
        var whole = zip(named("a.txt"));
        var end = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0, 0x06064b50).putLong(40, 1L << 40);
        end.putInt(56, 0x07064b50).putLong(56 + 8, whole.length - 22);
        end.putInt(76, 0x06054b50).putInt(76 + 12, -1);
        var large = Arrays.copyOf(whole, whole.length - 22 + end.capacity());
        System.arraycopy(end.array(), 0, large, whole.length - 22, end.capacity());
        assertThat(why(large)).isEqualTo(Unopened.TOO_MANY);
    }

    @Test
    void whatIsDamagedLockedOrEmptyIsNotTaken() throws IOException {
        var whole = zip(named("a.txt", "b.txt"));
        assertThat(why(Arrays.copyOf(whole, whole.length - 30))).isEqualTo(Unopened.DAMAGED);
        var packed = gzip(text("a file of some length that is cut off"));
        assertThat(why(Arrays.copyOf(packed, packed.length - 9))).isEqualTo(Unopened.DAMAGED);
        assertThat(why(Arrays.copyOf(packed, 2))).isEqualTo(Unopened.DAMAGED);
        assertThat(why(Arrays.copyOf(whole, 4))).isEqualTo(Unopened.DAMAGED);
        assertThat(why(zip(Map.of()))).isEqualTo(Unopened.EMPTY);
        whole[6] |= 1;
        assertThat(why(whole)).isEqualTo(Unopened.LOCKED);
    }

    @Test
    void whatAKilledProcessLeftLyingIsClearedAwayADayLater(@TempDir Path folder) throws IOException {
        var old = Files.writeString(folder.resolve("ims-archive1.tmp"), "payers");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-11-20T10:00:00Z")));
        var beingReadNow = Files.writeString(folder.resolve("ims-archive2.tmp"), "payers");
        var another = Files.writeString(folder.resolve("other.tmp"), "x");
        Files.setLastModifiedTime(another, FileTime.from(Instant.parse("2026-11-20T10:00:00Z")));
        assertThat(Spooled.clear(folder, Instant.parse("2026-11-21T10:00:00Z"))).isEqualTo(1);
        assertThat(old).doesNotExist();
        assertThat(beingReadNow).exists();
        assertThat(another).exists();
    }

    @Test
    void nothingIsLeftLyingOnTheDisk() throws IOException {
        var spooled = Spooled.of(new ByteArrayInputStream(text("x")), 10).orElseThrow();
        spooled.close();
        assertThat(Files.exists(spooled.path())).isFalse();
        assertThat(Spooled.of(new ByteArrayInputStream(new byte[11]), 10)).isEmpty();
    }
}
