package localgov.ims.people;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one grant or one key is limited to, by code. None of a kind means all of that kind.
public record Limits(Set<String> funds, Set<String> offices, Set<String> methods) {
    public static final Limits NONE = new Limits(Set.of(), Set.of(), Set.of());

    /// Codes stand in lists with commas and strokes between them.
    private static final Pattern CODE = Pattern.compile("[^,|\\s]{1,40}");

    public Limits {
        funds = Set.copyOf(funds);
        offices = Set.copyOf(offices);
        methods = Set.copyOf(methods);
        var all = Stream.of(funds, offices, methods).flatMap(Set::stream);
        if (!all.allMatch(code -> CODE.matcher(code).matches())) {
            throw new IllegalArgumentException("Not codes of funds, offices and methods");
        }
    }

    public static Limits toFunds(String... codes) {
        return new Limits(Set.of(codes), Set.of(), Set.of());
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /// Whether something of this fund, office and method lies within. What is not known lies outside of every limit.
    public boolean allow(@Nullable String fund, @Nullable String office, @Nullable String method) {
        return allows(funds, fund) && allows(offices, office) && allows(methods, method);
    }

    private static boolean allows(Set<String> allowed, @Nullable String one) {
        return allowed.isEmpty() || one != null && allowed.contains(one);
    }

    /// Whether all that lies within the other limits lies within these.
    public boolean cover(Limits other) {
        return covers(funds, other.funds) && covers(offices, other.offices) && covers(methods, other.methods);
    }

    private static boolean covers(Set<String> these, Set<String> others) {
        return these.isEmpty() || !others.isEmpty() && these.containsAll(others);
    }

    /// `funds|offices|methods`, as SQL takes it apart again.
    String text() {
        return Stream.of(funds, offices, methods).map(Limits::list).collect(Collectors.joining("|"));
    }

    static String list(Set<String> codes) {
        return codes.stream().sorted(Comparator.naturalOrder()).collect(Collectors.joining(","));
    }

    /// What was written down as lists with commas.
    static Limits read(String funds, String offices, String methods) {
        return new Limits(codes(funds), codes(offices), codes(methods));
    }

    private static Set<String> codes(String list) {
        return Stream.of(list.split(","))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
