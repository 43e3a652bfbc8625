package localgov.ims.organisation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes from outside as a picture, and what does not.
class PictureTest {
    static Picture drawn(byte[] file) {
        return Picture.read(file) instanceof Picture.Read.Drawn(var picture) ? picture : fail("not read as a picture");
    }

    @ParameterizedTest
    @CsvSource({
        "png, 100, 50, 100, 50",
        "jpeg, 100, 50, 100, 50",
        "png, 1280, 200, 640, 100",
        "jpeg, 100, 2400, 10, 240",
        "png, 2500, 8, 640, 2",
        "png, 8, 2500, 1, 240"
    })
    void aPictureIsDrawnAnewNoLargerThanItIsShown(String format, int width, int height, int drawnWidth, int drawnHeight)
            throws IOException {
        var picture = drawn(Pictures.of(format, width, height));
        assertThat(picture.width()).isEqualTo(drawnWidth);
        assertThat(picture.height()).isEqualTo(drawnHeight);
        var read = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertThat(read.getWidth()).isEqualTo(drawnWidth);
        assertThat(read.getHeight()).isEqualTo(drawnHeight);
    }

    @Test
    void whatCanBeSeenThroughStaysSo() throws IOException {
        var clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(10, 10, 0xffff0000);
        var read = ImageIO.read(
                new ByteArrayInputStream(drawn(Pictures.written(clear, "png")).png()));
        assertThat(read.getRGB(0, 0) >>> 24).isZero();
        assertThat(read.getRGB(10, 10)).isEqualTo(0xffff0000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>",
                "<html><script>alert(1)</script></html>",
                "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;",
                "BM\u0000\u0000",
                "%PDF-1.7",
                "\u0089PNG\r\n\u001a\n",
                "\u0089PNG\r\n\u001a\n<script>alert(1)</script>",
                "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF"
            })
    void whatIsNoPictureIsNotTaken(String file) {
        assertThat(Picture.read(file.getBytes(ISO_8859_1))).isInstanceOf(Picture.Read.NotAPicture.class);
    }

    @Test
    void aGifIsNotTakenThoughItIsAPicture() throws IOException {
        assertThat(Picture.read(Pictures.of("gif", 20, 20))).isInstanceOf(Picture.Read.NotAPicture.class);
    }

    @Test
    void whatHangsOnAPictureIsLeftBehind() throws IOException {
        var script = "<script>alert(document.domain)</script>".getBytes(UTF_8);
        var png = Pictures.of("png", 30, 30);
        var longer = Arrays.copyOf(png, png.length + script.length);
        System.arraycopy(script, 0, longer, png.length, script.length);
        assertThat(new String(drawn(longer).png(), ISO_8859_1)).doesNotContain("script");
        assertThat(new String(drawn(withText(png, script)).png(), ISO_8859_1)).doesNotContain("script");
    }

    /// A chunk of text behind the head of a PNG, where programs write who made it and where.
    private static byte[] withText(byte[] png, byte[] text) {
        int head = 8 + 25;
        var name = "tEXt".getBytes(UTF_8);
        var check = new CRC32();
        check.update(name);
        check.update(text);
        return ByteBuffer.allocate(png.length + 12 + text.length)
                .put(png, 0, head)
                .putInt(text.length)
                .put(name)
                .put(text)
                .putInt((int) check.getValue())
                .put(png, head, png.length - head)
                .array();
    }

    @Test
    void aSmallFileThatSaysItIsHugeIsNotOpened() throws IOException {
        var png = Pictures.of("png", 30, 30);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        var check = new CRC32();
        check.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) check.getValue());
        assertThat(Picture.read(png)).isEqualTo(new Picture.Read.WrongSize(60_000, 60_000));
    }

    @Test
    void aJpegThatGoesOverThePictureTooOftenIsNotOpened() throws IOException {
        var jpeg = Pictures.of("jpeg", 30, 30);
        var longer = Arrays.copyOf(jpeg, jpeg.length + 400);
        for (int i = jpeg.length; i < longer.length; i += 2) {
            longer[i] = (byte) 0xff;
            longer[i + 1] = (byte) 0xda;
        }
        assertThat(Picture.read(longer)).isInstanceOf(Picture.Read.NotAPicture.class);
    }

    @Test
    void aFileThatIsTooLargeOrAPictureOfNothingMuchIsRefusedAsSuch() throws IOException {
        assertThat(Picture.read(new byte[Picture.MOST_BYTES + 1])).isInstanceOf(Picture.Read.TooManyBytes.class);
        assertThat(Picture.read(Pictures.of("png", 7, 30))).isEqualTo(new Picture.Read.WrongSize(7, 30));
        assertThat(Picture.read(Pictures.of("png", 30, 2_501))).isEqualTo(new Picture.Read.WrongSize(30, 2_501));
    }

    /// Whatever is wrong with a file, the answer is an answer.
    @Test
    void aBrokenFileNeverBreaksAnything() throws IOException {
        var chance = RandomGenerator.of("L64X128MixRandom");
        for (var format : new String[] {"png", "jpeg"}) {
            var whole = Pictures.of(format, 60, 40);
            for (int i = 0; i < 300; i++) {
                var broken = whole.clone();
                for (int hits = 0; hits < 3; hits++) {
                    broken[chance.nextInt(broken.length)] = (byte) chance.nextInt(256);
                }
                assertThat(Picture.read(Arrays.copyOf(broken, chance.nextInt(broken.length) + 1)))
                        .isNotNull();
                assertThat(Picture.read(broken)).isNotNull();
            }
        }
    }
}
