package localgov.ims.people;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one grant or one key is limited to, by code. None of a kind means all of that kind.
///
/// Groups are limits as they are written down. What they come to today is asked of the database where rights are read;
/// limits that still have groups allow nothing.
public record Limits(Set<String> groups, Set<String> funds, Set<String> offices, Set<String> methods) {
    public static final Limits NONE = new Limits(Set.of(), Set.of(), Set.of());

    /// In place of groups in which there is no fund: no fund is called this.
    static final String NO_FUND = "-";

    /// Codes stand in lists with commas and strokes between them.
    private static final Pattern CODE = Pattern.compile("[^,|\\s]{1,40}");

    public Limits {
        groups = Set.copyOf(groups);
        funds = Set.copyOf(funds);
        offices = Set.copyOf(offices);
        methods = Set.copyOf(methods);
        var all = Stream.of(groups, funds, offices, methods).flatMap(Set::stream);
        if (!all.allMatch(code -> CODE.matcher(code).matches())) {
            throw new IllegalArgumentException("Not codes of groups, funds, offices and methods");
        }
    }

    public Limits(Set<String> funds, Set<String> offices, Set<String> methods) {
        this(Set.of(), funds, offices, methods);
    }

    /// The same, written down as groups of funds besides single ones.
    public Limits andGroups(Set<String> codes) {
        return new Limits(codes, funds, offices, methods);
    }

    public static Limits toFunds(String... codes) {
        return new Limits(Set.of(codes), Set.of(), Set.of());
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /// Whether something of this fund, office and method lies within. What is not known lies outside of every limit.
    public boolean allow(@Nullable String fund, @Nullable String office, @Nullable String method) {
        return groups.isEmpty() && allows(funds, fund) && allows(offices, office) && allows(methods, method);
    }

    private static boolean allows(Set<String> allowed, @Nullable String one) {
        return allowed.isEmpty() || one != null && allowed.contains(one);
    }

    /// Whether all that lies within the other limits lies within these.
    public boolean cover(Limits other) {
        return isNone()
                || groups.isEmpty()
                        && other.groups.isEmpty()
                        && covers(funds, other.funds)
                        && covers(offices, other.offices)
                        && covers(methods, other.methods);
    }

    private static boolean covers(Set<String> these, Set<String> others) {
        return these.isEmpty() || !others.isEmpty() && these.containsAll(others);
    }

    /// `funds|offices|methods`, as SQL takes it apart again.
    String text() {
        return Stream.of(groups.isEmpty() ? funds : Set.of(NO_FUND), offices, methods)
                .map(Limits::list)
                .collect(Collectors.joining("|"));
    }

    /// In words for the audit, by code; nothing when there are none.
    String told() {
        return Stream.of(
                        part("fund groups", groups),
                        part("funds", funds),
                        part("offices", offices),
                        part("methods", methods))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String part(String name, Set<String> codes) {
        return codes.isEmpty() ? "" : name + " " + list(codes);
    }

    static String list(Set<String> codes) {
        return codes.stream().sorted(Comparator.naturalOrder()).collect(Collectors.joining(","));
    }

    /// What was written down as lists with commas.
    static Limits read(String funds, String offices, String methods) {
        return new Limits(codes(funds), codes(offices), codes(methods));
    }

    /// The same with groups.
    static Limits read(String groups, String funds, String offices, String methods) {
        return read(funds, offices, methods).andGroups(codes(groups));
    }

    private static Set<String> codes(String list) {
        return Stream.of(list.split(","))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
