package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Somebody new is invited, joins, sets up one-time codes, forgets their password, and shows again who they are.
@ExtendWith(Stage.class)
class ComingInTest {
    private static final String PASSWORD = "four quiet herons wade";
    private static final String ANOTHER = "seven brown kettles sing";

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("in Welsh on a narrow phone", Stage::visitorInWelshOnANarrowPhone));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void somebodyIsInvitedJoinsAndLooksAfterTheirWayIn(Function<Stage, Visitor> somebody, Stage stage)
            throws Exception {
        var email = "new-" + ThreadLocalRandom.current().nextInt(1_000_000) + "@demo.example";
        var ada = somebody.apply(stage).signsIn("admin");
        ada.looksAt("/office/people/invite").sends("/invite").isToldOfErrors();
        ada.fills("name", "Nia Newydd")
                .fills("email", email)
                .ticks("role", "cashier")
                .sends("/invite")
                .examine();

        var link = letter(stage, email, "/office/join/");
        var nia = somebody.apply(stage);
        nia.looksAt(link).fills("wanted", "short").sends(link).isToldOfErrors();
        nia.fills("wanted", PASSWORD).sends(link).examine();
        nia.looksAt(link);
        assertThat(nia.page().locator("main [name=wanted]")).hasCount(0);

        nia.looksAt("/office/sign-in")
                .fills("email", email)
                .fills("password", "wrong")
                .sends("/office/sign-in");
        nia.isToldOfErrors();
        nia.signsIn(email, PASSWORD).looksAt("/office/me").looksAt("/office/me/approvals");
        nia.ticks("wanted", "NONE").sends("/office/me/approvals").examine();
        nia.looksAt("/office/me/password").sends("/office/me/password").isToldOfErrors();
        var recovery = codesAreSetUp(nia);
        signsInByCode(nia, email, recovery);
        provesItAgain(stage, nia, email);
        forgets(stage, nia, email);
    }

    private static String codesAreSetUp(Visitor nia) throws Exception {
        nia.looksAt("/office/me/code").sends("/office/me/code/begin").examine();
        nia.sends("/office/me/code").isToldOfErrors();
        var key = nia.page().locator("code.ims-key").textContent().replaceAll("\\s", "");
        nia.fills("code", code(key)).sends("/office/me/code").examine();
        var codes = nia.page().locator("main li .ims-key").allTextContents();
        assertThat(codes).isNotEmpty();
        nia.looksAt("/office/me/code");
        return codes.getFirst().strip();
    }

    private static void signsInByCode(Visitor nia, String email, String recovery) {
        nia.signsOut();
        nia.signsIn(email, PASSWORD).examine();
        nia.fills("code", "").sends("/office/sign-in/code").isToldOfErrors();
        nia.fills("code", recovery).sends("/office/sign-in/code");
        nia.looksAt("/office/me");
    }

    /// A quarter of an hour later a serious step asks again who it is.
    private static void provesItAgain(Stage stage, Visitor nia, String email) throws SQLException {
        try (var owner = DriverManager.getConnection(stage.databaseUrl())) {
            earlier(owner, email, """
                    update council_demo.people_person
                       set password_changed_at = password_changed_at - interval '1 hour'
                     where email = ?
                    """);
            earlier(owner, email, """
                    update council_demo.people_session
                       set started_at = started_at - interval '15 minutes',
                           proved_at = proved_at - interval '15 minutes'
                     where person = (select id from council_demo.people_person where email = ?)
                    """);
        }
        nia.looksAt("/office/me/code");
        nia.fills("proof", "not right");
        var button = nia.page().locator("main form:has([name=proof]) button").first();
        nia.page().waitForNavigation(button::click);
        nia.isToldOfErrors();
    }

    private static void earlier(Connection owner, String email, String sql) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            statement.setString(1, email);
            statement.executeUpdate();
        }
    }

    private static void forgets(Stage stage, Visitor nia, String email) {
        nia.signsOut();
        nia.looksAt("/office/forgotten").sends("/office/forgotten").isToldOfErrors();
        nia.fills("email", email).sends("/office/forgotten").examine();
        var link = letter(stage, email, "/office/forgotten/");
        nia.looksAt(link).fills("wanted", "short").sends(link).isToldOfErrors();
        nia.fills("wanted", ANOTHER).sends(link).examine();
        nia.looksAt(link);
        assertThat(nia.page().locator("main [name=wanted]")).hasCount(0);
    }

    /// The link in the latest letter to somebody, once it has gone out.
    static String letter(Stage stage, String to, String path) {
        var link = Pattern.compile("https?://[^/]+(" + Pattern.quote(path) + "[\\w-]+)");
        for (int tries = 0; tries < 200; tries++) {
            for (var message : stage.api().get("/sandbox/outbox").json().get("messages")) {
                var found = link.matcher(message.toString().replace("\\n", "\n"));
                if (message.toString().contains(to) && found.find()) {
                    return found.group(1);
                }
            }
            pause();
        }
        throw new AssertionError("No letter to " + to + " with a link to " + path);
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What an authenticator app shows now (RFC 6238: six digits of an HMAC-SHA-1 over the half minute).
    private static String code(String key) throws Exception {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(base32(key), "HmacSHA1"));
        var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / 30)
                .array());
        int at = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }

    private static byte[] base32(String key) {
        var bytes = ByteBuffer.allocate(key.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char c : key.toCharArray()) {
            bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.put((byte) (bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        return bytes.array();
    }
}
