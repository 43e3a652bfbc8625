package localgov.ims.platform.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Where the style sheets, scripts and pictures of our pages are. Each path holds a version, so that a browser may
/// keep what it has for a year and still sees a change at once.
@Component
public final class Assets {
    static final String OWN_FILES = "static/assets/";
    private static final List<String> OWN = List.of(
            "ims.css", "ims.js", "start.js", "imports.js", "accounts.js", "passkeys.js", "portal.js", "icon.svg");

    private final Library govuk = Library.of("govuk-frontend", "dist/govuk/");
    private final Library moj = Library.of("ministryofjustice__frontend", "moj/");
    private final Library autocomplete = Library.of("accessible-autocomplete", "dist/");
    private final String version = fingerprint();

    /// A library from a WebJar.
    ///
    /// @param path  what the addresses of its files begin with
    /// @param files where its files are on the class path
    record Library(String path, String files) {
        static Library of(String name, String folder) {
            var version = version(name);
            return new Library(
                    "/assets/%s/%s/".formatted(name, version),
                    "META-INF/resources/webjars/%s/%s/%s".formatted(name, version, folder));
        }
    }

    List<Library> libraries() {
        return List.of(govuk, moj, autocomplete);
    }

    /// What the addresses of our own files begin with.
    String ownPath() {
        return "/assets/ims/" + version + "/";
    }

    /// The address of one of our own files.
    public String own(String file) {
        return ownPath() + file;
    }

    /// The style sheets of every page, ours last.
    public List<String> styles() {
        return List.of(
                govuk.path() + "govuk-frontend.min.css",
                moj.path() + "moj-frontend.min.css",
                autocomplete.path() + "accessible-autocomplete.min.css",
                own("ims.css"));
    }

    public String govukScript() {
        return govuk.path() + "govuk-frontend.min.js";
    }

    public String mojScript() {
        return moj.path() + "moj-frontend.min.js";
    }

    public String autocompleteScript() {
        return autocomplete.path() + "accessible-autocomplete.min.js";
    }

    private static String version(String library) {
        var file = new ClassPathResource("META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(library));
        try (var in = file.getInputStream()) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException missing) {
            throw new UncheckedIOException("The WebJar of " + library + " is not on the class path", missing);
        }
    }

    private static String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : OWN) {
                digest.update(new ClassPathResource(OWN_FILES + file).getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
