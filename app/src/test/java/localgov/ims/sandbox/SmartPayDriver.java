package localgov.ims.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Secret;
import tools.jackson.databind.JsonNode;

/// An account at the simulated SmartPay Fuse, and a payer's browser there.
public final class SmartPayDriver {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String system;
    private final JsonNode opened;

    private SmartPayDriver(String system, JsonNode opened) {
        this.system = system;
        this.opened = opened;
    }

    public static SmartPayDriver open(int port) {
        var system = "http://localhost:" + port;
        return new SmartPayDriver(
                system,
                PayDriver.send("POST", system + "/sandbox/smartpay/accounts", "{}", Map.of())
                        .json());
    }

    private String said(String name) {
        return opened.path(name).asString();
    }

    public Secret secret() {
        return new Secret(said("secret"));
    }

    /// The council's account of this code with it.
    public ProviderAccount account(String code) {
        return account(code, new Secret(said("shared_secret")), secret());
    }

    public ProviderAccount account(String code, Secret sharedSecret, Secret secret) {
        return new ProviderAccount(
                        code,
                        "Cards by form",
                        ProviderAccount.Kind.SMARTPAY_FUSE,
                        URI.create(system + "/sandbox/smartpay"),
                        sharedSecret,
                        secret)
                .with(new ProviderAccount.Merchant(
                        said("merchant"),
                        said("key_number"),
                        said("profile"),
                        said("access_key"),
                        URI.create(system + "/sandbox/smartpay/pay"),
                        false));
    }

    /// The payer's browser posts the form; the status of what comes.
    public int enter(Map<String, String> form) {
        return post("/sandbox/smartpay/pay", form);
    }

    /// The signed reply with which the payer's browser comes back.
    public Map<String, String> decide(String transaction, String outcome) {
        var reply = PayDriver.send(
                "POST",
                system + "/sandbox/smartpay/payments/" + transaction + "/outcome",
                "{\"outcome\": \"%s\"}".formatted(outcome),
                Map.of());
        if (reply.status() != 200) {
            throw new AssertionError("Not decided: " + reply.status());
        }
        var fields = new LinkedHashMap<String, String>();
        reply.json()
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
        return fields;
    }

    /// The provider tells the council by itself.
    public int tell(Map<String, String> reply) {
        return post("/providers/smartpay/reply", reply);
    }

    /// The payer's browser brings the reply.
    public int bring(Map<String, String> reply) {
        return post("/providers/smartpay/return", reply);
    }

    public int tellRaw(String body) {
        return send("/providers/smartpay/reply", body);
    }

    public void fault(String fault, String on) {
        PayDriver.send(
                "POST",
                system + "/sandbox/govuk-pay/faults",
                "{\"fault\": \"%s\", \"times\": 1, \"on\": \"%s\"}".formatted(fault, on),
                Map.of());
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private int post(String path, Map<String, String> form) {
        return send(path, encoded(form));
    }

    private int send(String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(system + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
