package localgov.ims.sandbox;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import localgov.ims.kernel.PublicReference;
import localgov.ims.platform.Rows;
import localgov.ims.platform.pages.Frames;
import localgov.ims.platform.pages.Page;
import localgov.ims.sandbox.pages.HeardPage;
import localgov.ims.sandbox.pages.ShopPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// A pretended service system: payers come back to its shop, and it listens to webhooks and shows what
/// it heard. It checks signatures by itself, as a real one would.
@Controller
@DemoOnly
class Listener {
    private static final int SHOWN = 50;

    private final JdbcClient db;
    private final SandboxClock clock;
    private final Templates templates;
    private final Frames frames;

    Listener(JdbcClient db, SandboxClock clock, Templates templates, Frames frames) {
        this.db = db;
        this.clock = clock;
        this.templates = templates;
        this.frames = frames;
    }

    private record Heard(String message, String type, String body, boolean signed, Instant heardAt) {
        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("id", message);
            json.put("type", type);
            json.put("signed", signed);
            json.put("heard_at", Callbacks.MILLIS.format(heardAt));
            json.put("body", Json.stored(body));
            return json;
        }
    }

    /// From now on messages are expected to be signed with this.
    void expect(String secret) {
        db.sql("""
                insert into sandbox_listener (only_one, secret)
                values (true, :secret)
                on conflict (only_one) do update
                   set secret = :secret
                """).param("secret", secret).update();
    }

    private Optional<String> secret() {
        return db.sql("""
                select secret as value
                  from sandbox_listener
                """).query(String.class).optional();
    }

    @PostMapping("/sandbox/webhooks")
    ResponseEntity<Void> hear(
            @RequestHeader(name = "webhook-id", defaultValue = "") String id,
            @RequestHeader(name = "webhook-timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "webhook-signature", defaultValue = "") String signatures,
            @RequestBody byte[] bytes) {
        var body = new String(bytes, StandardCharsets.UTF_8);
        var json = Json.object(bytes);
        if (json.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        boolean signed = secret().filter(secret -> isSigned(secret, id + "." + timestamp + "." + body, signatures))
                .isPresent();
        keep(id, String.valueOf(Json.string(json.get(), "type")), body, signed);
        return ResponseEntity.noContent().build();
    }

    private static boolean isSigned(String secret, String signed, String signatures) {
        try {
            var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var right =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return Stream.of(signatures.split(" "))
                    .anyMatch(one -> MessageDigest.isEqual(
                            one.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What comes a second time is not news.
    private void keep(String id, String type, String body, boolean signed) {
        db.sql("""
                insert into sandbox_heard (message, type, body, signed, heard_at)
                values (:id, :type, cast(:body as jsonb), :signed, :now)
                on conflict (message) do nothing
                """)
                .param("id", id)
                .param("type", type)
                .param("body", body)
                .param("signed", signed)
                .param("now", clock.now())
                .update();
    }

    private List<Heard> latest() {
        return Rows.of(db.sql("""
                select message, type, cast(body as text) as body, signed, heard_at
                  from sandbox_heard
                 order by heard_at desc, message desc
                 limit :most
                """).param("most", SHOWN).query(Heard.class));
    }

    @GetMapping("/sandbox/webhooks")
    Page show(HttpServletRequest request) {
        var rows = latest().stream()
                .map(heard -> new HeardPage.Row(
                        heard.type(), heard.message(), heard.heardAt(), heard.signed(), pretty(heard.body())))
                .toList();
        return Page.of(templates.sandboxHeard(new HeardPage(rows), frames.portal(request)));
    }

    private static String pretty(String body) {
        return Json.stored(body).toPrettyString();
    }

    @GetMapping("/sandbox/webhooks/heard")
    ResponseEntity<Object> heard() {
        return ResponseEntity.ok(
                Map.of("messages", latest().stream().map(Heard::json).toList()));
    }

    /// Where payers come back to.
    @GetMapping({"/sandbox/shop", "/sandbox/shop/{case}"})
    Page shop(@RequestParam(name = "payment", required = false) @Nullable String payment, HttpServletRequest request) {
        var reference = Optional.ofNullable(payment)
                .flatMap(PublicReference::read)
                .map(PublicReference::toString)
                .orElse(null);
        return Page.of(templates.sandboxShop(new ShopPage(reference), frames.portal(request)));
    }
}
