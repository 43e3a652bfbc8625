package localgov.ims.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An address on the web, read so strictly that nobody can read it in another way: a browser least of all. It is
/// kept in one form, with its scheme and host in small letters and without the port that goes without saying.
///
/// @param origin scheme, host and port
/// @param path beginning with a slash
/// @param query with its question mark, or empty
public record PlainAddress(String origin, String path, String query) {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_HOST = 253;
    private static final int LAST_PORT = 65_535;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Every character is one that an address may hold as it stands. There is no place in it for a
    /// user, a fragment, a backslash, a space, a line's end, or a letter that only looks like another.
    private static final Pattern FORM = Pattern.compile("(?<scheme>[A-Za-z]+)://(?<host>[A-Za-z0-9.-]+|\\[::1])"
            + "(?<port>:[0-9]{1,5})?(?<path>/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?"
            + "(?<query>\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern A_NUMBER = Pattern.compile("(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*");
    private static final Pattern ENCODED = Pattern.compile("%(?![0-9A-Fa-f]{2})|%[01][0-9A-Fa-f]|%7[Ff]");
    private static final Pattern ENCODED_PATH = Pattern.compile("%(2[EeFf]|5[Cc]|25)");

    /// Nothing when it is not plain, or not https. This machine may be spoken to without.
    public static Optional<PlainAddress> read(String given) {
        var form = FORM.matcher(given);
        if (given.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        var scheme = form.group("scheme").toLowerCase(Locale.ROOT);
        var host = form.group("host").toLowerCase(Locale.ROOT);
        var path = orEmpty(form.group("path"));
        var query = orEmpty(form.group("query"));
        boolean plain =
                isHost(host, scheme) && isPath(path) && !ENCODED.matcher(query).find();
        return plain
                ? port(orEmpty(form.group("port")), scheme)
                        .map(port -> new PlainAddress(scheme + "://" + host + port, path.isEmpty() ? "/" : path, query))
                : Optional.empty();
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static boolean isHost(String host, String scheme) {
        if (THIS_MACHINE.contains(host)) {
            return scheme.equals("https") || scheme.equals("http");
        }
        return scheme.equals("https")
                && host.length() <= LONGEST_HOST
                && !A_NUMBER.matcher(host).matches()
                && List.of(host.split("\\.", -1)).stream()
                        .allMatch(label -> LABEL.matcher(label).matches());
    }

    /// No step up or nowhere, in whatever way it is written, and no two slashes together.
    private static boolean isPath(String path) {
        var steps =
                path.isEmpty() ? List.<String>of() : List.of(path.substring(1).split("/", -1));
        boolean straight = steps.stream().noneMatch(step -> step.equals(".") || step.equals(".."))
                && steps.stream().limit(Math.max(0, steps.size() - 1)).noneMatch(String::isEmpty);
        return straight
                && !ENCODED.matcher(path).find()
                && !ENCODED_PATH.matcher(path).find();
    }

    private static Optional<String> port(String written, String scheme) {
        if (written.isEmpty()) {
            return Optional.of("");
        }
        int port = Integer.parseInt(written.substring(1));
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return port < 1 || port > LAST_PORT ? Optional.empty() : Optional.of(usual ? "" : ":" + port);
    }

    /// Whether it leads to the machine on which the browser runs, as only a demonstration's may.
    public boolean isThisMachine() {
        return THIS_MACHINE.stream().anyMatch(name -> origin.matches("https?://" + Pattern.quote(name) + "(:\\d+)?"));
    }

    /// Whether another address is this one, or lies below it: `/paid` covers `/paid` and `/paid/7`, not
    /// `/paidback`.
    public boolean covers(PlainAddress other) {
        var below = path.endsWith("/") ? path : path + "/";
        return origin.equals(other.origin) && (other.path.equals(path) || other.path.startsWith(below));
    }

    /// The same with one more parameter. Its value is letters, digits and hyphens.
    public PlainAddress with(String parameter, String value) {
        return new PlainAddress(origin, path, query + (query.isEmpty() ? "?" : "&") + parameter + "=" + value);
    }

    /// The same one step further down: letters, digits and hyphens.
    public PlainAddress below(String step) {
        return new PlainAddress(origin, (path.endsWith("/") ? path : path + "/") + step, query);
    }

    /// Whether it has a parameter of this name already.
    public boolean has(String parameter) {
        return query.matches("\\?(.*&)?" + Pattern.quote(parameter) + "(=.*)?(&.*)?");
    }

    public boolean isEncrypted() {
        return origin.startsWith("https:");
    }

    /// Without scheme and port.
    public String host() {
        return origin.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
    }

    public int port() {
        var port = origin.replaceFirst("^.*:(?=\\d+$)", "");
        return port.equals(origin) ? isEncrypted() ? 443 : 80 : Integer.parseInt(port);
    }

    /// As it is written.
    @Override
    public String toString() {
        return origin + path + query;
    }
}
