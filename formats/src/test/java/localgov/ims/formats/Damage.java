package localgov.ims.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Damages a file in the ways that lines, disks and editors do, the same ways in every run.
public final class Damage {

    /// Something that is tried with a damaged file.
    @FunctionalInterface
    public interface Trial {
        void with(byte[] damaged) throws IOException;
    }

    private static final byte[] TELLING = "0123456789/,:-.{}<>&;?+ \r\n\t\0CDNTS".getBytes(StandardCharsets.US_ASCII);

    private Damage() {}

    public static void times(int times, long seed, byte[] file, Trial trial) throws IOException {
        var random = new Random(seed);
        for (int i = 0; i < times; i++) {
            var damaged = file.clone();
            for (int wounds = 1 + random.nextInt(4); wounds > 0 && damaged.length > 0; wounds--) {
                damaged = wound(damaged, random);
            }
            trial.with(damaged);
        }
    }

    private static byte[] wound(byte[] file, Random random) {
        int at = random.nextInt(file.length);
        int length = Math.min(file.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(7)) {
            case 0 -> changed(file, at, (byte) random.nextInt(256));
            case 1 -> changed(file, at, TELLING[random.nextInt(TELLING.length)]);
            case 2 -> Arrays.copyOf(file, at);
            case 3 -> joined(file, at, new byte[0], at + length);
            case 4 -> joined(file, at + length, Arrays.copyOfRange(file, at, at + length), at + length);
            case 5 -> joined(file, at, new byte[] {TELLING[random.nextInt(TELLING.length)]}, at);
            default -> joined(file, at, Arrays.copyOfRange(file, 0, length), at + length);
        };
    }

    private static byte[] changed(byte[] file, int at, byte value) {
        file[at] = value;
        return file;
    }

    /// What stands before a position, something in between, and what stands from another position.
    private static byte[] joined(byte[] file, int before, byte[] between, int from) {
        var joined = new byte[before + between.length + file.length - from];
        System.arraycopy(file, 0, joined, 0, before);
        System.arraycopy(between, 0, joined, before, between.length);
        System.arraycopy(file, from, joined, before + between.length, file.length - from);
        return joined;
    }
}
