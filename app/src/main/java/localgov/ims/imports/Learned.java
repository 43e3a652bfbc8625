package localgov.ims.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What balances tell of the statements of a file when it has been read, so that it is read again with that in mind.
///
/// @param twins for a statement, by its number, the files with which it shares no line, whatever looks alike
/// @param same for a statement the one of an earlier file, in another format, that it is
record Learned(Map<Integer, Set<ImportId>> twins, Map<Integer, Which> same) {
    static final Learned NOTHING = new Learned(Map.of(), Map.of());

    /// A statement of a file, by its ordinal.
    record Which(ImportId importId, int number) {}

    boolean isNothing() {
        return twins.isEmpty() && same.isEmpty();
    }

    boolean knows(Learned other) {
        return same.entrySet().containsAll(other.same.entrySet())
                && other.twins.entrySet().stream()
                        .allMatch(one ->
                                twins.getOrDefault(one.getKey(), Set.of()).containsAll(one.getValue()));
    }

    Learned and(Learned more) {
        var allTwins = new HashMap<>(twins);
        more.twins.forEach((number, files) -> allTwins.merge(number, files, (a, b) -> {
            var both = new HashSet<>(a);
            both.addAll(b);
            return both;
        }));
        var allSame = new HashMap<>(same);
        allSame.putAll(more.same);
        return new Learned(allTwins, allSame);
    }
}
