package localgov.ims.directory;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// A directory that does whatever a test wants, also what no decent one would: it hands out any token, is slow, begins
/// replies and never ends them.
final class CouncilDirectory implements AutoCloseable {
    static final String CLIENT = "ims";

    final RSAKey key = key("one");
    final Map<String, Integer> failing = new ConcurrentHashMap<>();
    final Map<String, Long> slow = new ConcurrentHashMap<>();
    volatile String idToken = "";
    volatile boolean neverEnds;
    volatile Map<String, String> lastTokenRequest = Map.of();
    volatile String callsItself = "";

    private final HttpServer server;

    CouncilDirectory() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, "discovery", this::self));
        server.createContext("/keys", exchange -> answer(exchange, "keys", () -> new JWKSet(key).toString()));
        server.createContext("/token", exchange -> {
            lastTokenRequest = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(
                    exchange,
                    "token",
                    () -> json(Map.of(
                            "access_token", "opaque", "token_type", "Bearer", "expires_in", 300, "id_token", idToken)));
        });
        server.start();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String self() {
        var issuer = issuer();
        var self = new LinkedHashMap<String, Object>();
        self.put("issuer", callsItself.isEmpty() ? issuer : callsItself);
        self.put("authorization_endpoint", issuer + "/authorize");
        self.put("token_endpoint", issuer + "/token");
        self.put("jwks_uri", issuer + "/keys");
        self.put("response_types_supported", new String[] {"code"});
        self.put("subject_types_supported", new String[] {"pairwise"});
        self.put("id_token_signing_alg_values_supported", new String[] {"RS256"});
        return json(self);
    }

    private interface Body {
        String text();
    }

    private void answer(HttpExchange exchange, String what, Body body) throws IOException {
        try (exchange) {
            Thread.sleep(slow.getOrDefault(what, 0L));
            var status = failing.getOrDefault(what, 200);
            var bytes = (status == 200 ? body.text() : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, neverEnds ? 0 : bytes.length);
            if (neverEnds) {
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                Thread.sleep(20_000);
            }
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A token as a decent directory would make it.
    static String signed(JWTClaimsSet claims, RSAKey by) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(by.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> form(String text) {
        return Stream.of(text.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        return JsonMapper.builder().build().writeValueAsString(value);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
