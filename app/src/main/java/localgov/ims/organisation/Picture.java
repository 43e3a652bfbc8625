package localgov.ims.organisation;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A picture from outside, read to its last point and drawn anew: what is kept is a PNG that we wrote ourselves.
///
/// Whatever else a file may carry (scripts, archives, where and with what it was taken) does not survive that. SVG is
/// not taken at all, because it is a document that can run scripts. How large a picture says it is is looked at before
/// its points are read, so that a small file cannot fill the memory.
record Picture(byte[] png, int width, int height) {
    static final int MOST_BYTES = 1 << 20;
    static final int MOST_POINTS = 2_500;
    private static final int LEAST_POINTS = 8;

    /// Twice as large as it is ever drawn.
    private static final int WIDTH = 640;

    private static final int HEIGHT = 240;
    private static final byte MARKER = (byte) 0xff;
    private static final byte START_OF_SCAN = (byte) 0xda;
    private static final int MOST_SCANS = 100;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /// What became of a file.
    sealed interface Read {
        record Drawn(Picture picture) implements Read {}

        record NotAPicture() implements Read {}

        record TooManyBytes() implements Read {}

        /// @param width as it says of itself
        record WrongSize(int width, int height) implements Read {}
    }

    static Read read(byte[] file) {
        if (file.length > MOST_BYTES) {
            return new Read.TooManyBytes();
        }
        if (scans(file) > MOST_SCANS) {
            return new Read.NotAPicture();
        }
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                var reader = readers.next();
                if (FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                    return read(reader, in);
                }
            }
            return new Read.NotAPicture();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return new Read.NotAPicture();
        }
    }

    /// How often a JPEG goes over the whole picture: each scan may be a few bytes and costs as much as the first.
    private static int scans(byte[] file) {
        int scans = 0;
        for (int i = 1; i < file.length; i++) {
            if (file[i] == START_OF_SCAN && file[i - 1] == MARKER) {
                scans++;
            }
        }
        return scans;
    }

    private static Read read(ImageReader reader, MemoryCacheImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.min(width, height) < LEAST_POINTS || Math.max(width, height) > MOST_POINTS) {
                return new Read.WrongSize(width, height);
            }
            return new Read.Drawn(drawn(reader.read(0)));
        } finally {
            reader.dispose();
        }
    }

    private static Picture drawn(BufferedImage from) throws IOException {
        double scale = Math.min(1, Math.min((double) WIDTH / from.getWidth(), (double) HEIGHT / from.getHeight()));
        int width = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(from.getHeight() * scale));
        var drawn = halved(from, width, height);
        var png = new ByteArrayOutputStream();
        if (!ImageIO.write(scaled(drawn, width, height), "png", png)) {
            throw new IIOException("No PNG can be written");
        }
        return new Picture(png.toByteArray(), width, height);
    }

    /// Much smaller in several steps, so that thin lines do not fall out.
    private static BufferedImage halved(BufferedImage from, int width, int height) {
        var now = from;
        while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
            now = scaled(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return now;
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height) {
        var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(from, 0, 0, width, height, null);
        pen.dispose();
        return to;
    }

    /// A name for these bytes that no other bytes have.
    String print() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png), 0, 16);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
