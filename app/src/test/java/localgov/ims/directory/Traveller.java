package localgov.ims.directory;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A browser on its way to a directory and back, with its cookies.
public final class Traveller {
    public final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final MockMvcTester mvc;

    public Traveller(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(String address) {
        var call = mvc.get().uri(URI.create(address));
        return kept(
                cookies.isEmpty()
                        ? call.exchange()
                        : call.cookie(cookies.values().toArray(Cookie[]::new)).exchange());
    }

    public MvcTestResult post(String address, Map<String, String> fields) {
        var call = mvc.post().uri(URI.create(address)).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(call::param);
        return kept(
                cookies.isEmpty()
                        ? call.exchange()
                        : call.cookie(cookies.values().toArray(Cookie[]::new)).exchange());
    }

    private MvcTestResult kept(MvcTestResult result) {
        for (var cookie : result.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return result;
    }

    /// What the directory was asked, by name.
    Map<String, String> setOut(String address) {
        var result = get(address);
        var location = Objects.requireNonNull(
                result.getResponse().getHeader("Location"),
                () -> "status " + result.getResponse().getStatus());
        var asked =
                new LinkedHashMap<>(CouncilDirectory.form(URI.create(location).getRawQuery()));
        asked.put("(address)", location);
        return asked;
    }

    MvcTestResult back(String state) {
        return get("/office/sign-in/back?code=a-code&state=" + state.replace("=", "%3D"));
    }

    public boolean isIn() {
        return get("/office/me").getResponse().getStatus() == 200;
    }
}
