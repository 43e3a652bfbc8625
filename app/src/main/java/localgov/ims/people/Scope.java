package localgov.ims.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where somebody's permission holds: within any one of these limits. Grants stay apart, because one for parking
/// fines and one for the cash office do not make one for everything at the cash office.
///
/// SQL takes it as a parameter: `(:scope::text is null or exists (select from people_limits(:scope) allowed where
/// allowed.funds is null or fund = any(allowed.funds)))`.
public record Scope(List<Limits> anyOf) {
    public static final Scope EVERYTHING = new Scope(List.of(Limits.NONE));
    public static final Scope NOTHING = new Scope(List.of());

    public Scope {
        anyOf = anyOf.stream().anyMatch(Limits::isNone)
                ? List.of(Limits.NONE)
                : anyOf.stream().distinct().toList();
    }

    public boolean isEverything() {
        return anyOf.equals(List.of(Limits.NONE));
    }

    public boolean isNothing() {
        return anyOf.isEmpty();
    }

    /// Whether something of this fund, office and method lies within. What is not known lies outside of every limit.
    public boolean allows(@Nullable String fund, @Nullable String office, @Nullable String method) {
        return anyOf.stream().anyMatch(limits -> limits.allow(fund, office, method));
    }

    /// Whether anything of this fund can lie within: for what has a fund, but neither office nor method.
    public boolean allowsFund(String fund) {
        return anyOf.stream()
                .anyMatch(limits -> limits.groups().isEmpty()
                        && (limits.funds().isEmpty() || limits.funds().contains(fund)));
    }

    /// Whether all that lies within these limits lies within one of ours.
    public boolean covers(Limits limits) {
        return anyOf.stream().anyMatch(ours -> ours.cover(limits));
    }

    /// Within this or the other.
    public Scope or(Scope other) {
        var both = new ArrayList<>(anyOf);
        both.addAll(other.anyOf);
        return new Scope(both);
    }

    /// For SQL: nothing for everything, or else a line for each of the limits.
    public @Nullable String text() {
        return isEverything() ? null : anyOf.stream().map(Limits::text).collect(Collectors.joining("\n"));
    }

    /// The funds that can lie within; nothing for any.
    public @Nullable Set<String> onlyFunds() {
        return anyOf.stream()
                        .anyMatch(limits ->
                                limits.groups().isEmpty() && limits.funds().isEmpty())
                ? null
                : anyOf.stream()
                        .filter(limits -> limits.groups().isEmpty())
                        .flatMap(limits -> limits.funds().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
