package localgov.ims.providers;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import localgov.ims.providers.ProviderLine.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to GOV.UK Pay: JSON, and the account's key in a header.
@Component
class GovukPayClient {
    private final ProviderLine line = new ProviderLine("GOV.UK Pay");
    private final JsonMapper json = JsonMapper.builder().build();
    private final Pace pace;

    GovukPayClient(Pace pace) {
        this.pace = pace;
    }

    Reply get(ProviderAccount account, String path) {
        return line.send(request(account, path).GET().build(), pace.of(account, false));
    }

    Reply post(ProviderAccount account, String path, @Nullable Map<String, Object> body, Map<String, String> headers) {
        return line.send(posting(account, path, body, headers), pace.of(account, true));
    }

    /// While somebody waits for a page.
    Reply postPatiently(ProviderAccount account, String path, Map<String, Object> body, Map<String, String> headers) {
        return line.sendPatiently(posting(account, path, body, headers), pace.of(account, true));
    }

    private HttpRequest posting(
            ProviderAccount account, String path, @Nullable Map<String, Object> body, Map<String, String> headers) {
        var request = request(account, path);
        headers.forEach(request::header);
        return body == null
                ? request.POST(HttpRequest.BodyPublishers.noBody()).build()
                : request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                        .build();
    }

    private static HttpRequest.Builder request(ProviderAccount account, String path) {
        return HttpRequest.newBuilder(URI.create(account.baseUrl() + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + account.apiKey().value());
    }
}
