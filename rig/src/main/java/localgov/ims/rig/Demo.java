package localgov.ims.rig;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// `bin/demo`: plays a day against a system that runs, through its public API and the sandbox's
/// controls, and says what happened. Ends with 1 when a law of the book is broken or the system did not
/// do as it should.
public final class Demo {
    private static final String USUAL = "http://localhost:8080";

    private Demo() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(play(arguments.length == 0 ? USUAL : arguments[0], out));
    }

    private static int play(String address, PrintStream out) {
        var at = address(address);
        if (at == null) {
            out.println("This is not an address: " + address + ". Give one like " + USUAL + ".");
            return 1;
        }
        try {
            var api = new Api(at);
            if (!api.isReady()) {
                out.println(
                        "No LocalGov IMS answers at %s. Start one with bin/run, wait until it says that it is open, and try again."
                                .formatted(at));
                return 1;
            }
            if (api.get("/api/v1/funds").status() != 200) {
                out.println("What answers at %s does not take the demonstration's key, so nothing was done there."
                        .formatted(at));
                return 1;
            }
            var now = InstantSource.system().instant();
            return new DemoDay(api, at, now, new SplittableRandom(now.toEpochMilli()), out).play() ? 0 : 1;
        } catch (DemoDay.Unexpected unexpected) {
            out.println("This should not have happened: " + unexpected.getMessage());
            return 1;
        } catch (UncheckedIOException gone) {
            out.println("The system at %s stopped answering.".formatted(at));
            return 1;
        }
    }

    private static @Nullable URI address(String typed) {
        try {
            var address = URI.create(typed);
            return address.getHost() != null && address.getScheme().startsWith("http") ? address : null;
        } catch (IllegalArgumentException no) {
            return null;
        }
    }
}
