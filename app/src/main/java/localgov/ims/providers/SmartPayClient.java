package localgov.ims.providers;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import localgov.ims.providers.ProviderLine.Reply;
import localgov.ims.providers.ProviderLine.Silence;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the REST API behind SmartPay Fuse: JSON, and a signature over the whole request.
@Component
class SmartPayClient {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// Where it is asked what happened; whatever else is posted does something.
    static final String SEARCHES = "/tss/v2/searches";

    private final ProviderLine line = new ProviderLine("SmartPay Fuse");
    private final JsonMapper json = JsonMapper.builder().build();
    private final Pace pace;
    private final InstantSource clock;

    SmartPayClient(Pace pace, InstantSource clock) {
        this.pace = pace;
        this.clock = clock;
    }

    Reply post(ProviderAccount account, String path, Map<String, Object> content) {
        var merchant = Objects.requireNonNull(account.merchant());
        var address = URI.create(account.baseUrl() + path);
        var body = json.writeValueAsBytes(content);
        var request = new RestSignature.Signed(
                address.getRawAuthority(),
                HTTP_DATE.format(clock.instant()),
                "post " + address.getRawPath(),
                RestSignature.digest(body),
                merchant.number());
        return RestSignature.header(request, merchant.keyNumber(), account.apiKey())
                .map(signature -> line.send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .header("Accept", "application/hal+json;charset=utf-8")
                                .header("v-c-merchant-id", request.merchant())
                                .header("v-c-date", request.date())
                                .header("Digest", request.digest())
                                .header("Signature", signature)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        pace.of(account, !path.equals(SEARCHES))))
                .orElseGet(() -> new Silence("The key for SmartPay Fuse is not one"));
    }
}
