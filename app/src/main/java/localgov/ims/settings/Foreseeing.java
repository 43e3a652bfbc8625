package localgov.ims.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What a change would do to what is there already, as all rooms together tell it.
@Component
public class Foreseeing {
    private static final int LOOKED_AT = 50;

    private final Entries entries;
    private final Writing writing;
    private final ObjectProvider<Foresight> rooms;

    Foreseeing(Entries entries, Writing writing, ObjectProvider<Foresight> rooms) {
        this.entries = entries;
        this.writing = writing;
        this.rooms = rooms;
    }

    /// What would come of giving an entry these answers; nothing when they are refused anyway.
    public List<Consequence> of(ReferenceData data, String key, Map<String, String> answers) {
        var before = entries.get(data, key);
        if (before.isEmpty()) {
            return List.of();
        }
        var wished = new LinkedHashMap<>(answers);
        data.keyParts(key).ifPresent(wished::putAll);
        var tidied = data.tidied(wished);
        return writing.problems(data, tidied, before.get().values()).isEmpty()
                ? of(data, before.get(), data.plain(tidied))
                : List.of();
    }

    private List<Consequence> of(ReferenceData data, Entry before, Map<String, String> after) {
        var wished = List.of(new Wished(after, !before.isRetired()));
        return Stream.concat(ofOne(data, before, after), together(data, wished)).toList();
    }

    private Stream<Consequence> ofOne(ReferenceData data, Entry before, Map<String, String> after) {
        return rooms.orderedStream()
                .flatMap(room -> room.of(data.slug(), before, after).stream())
                .filter(consequence -> consequence.many() > 0);
    }

    private Stream<Consequence> together(ReferenceData data, List<Wished> wished) {
        return rooms.orderedStream()
                .flatMap(room -> room.ofAll(data.slug(), wished).stream())
                .filter(consequence -> consequence.many() > 0);
    }

    /// What would come of adding an entry with these answers.
    List<Consequence> ofNew(ReferenceData data, Map<String, String> answers) {
        var tidied = data.tidied(answers);
        return data.problems(tidied).isEmpty()
                ? together(data, List.of(new Wished(data.plain(tidied), true))).toList()
                : List.of();
    }

    /// What would come of retiring an entry, or of bringing it back.
    List<Consequence> ofUse(ReferenceData data, String key, boolean inUse) {
        return entries.get(data, key)
                .map(entry -> together(data, List.of(new Wished(entry.values(), inUse)))
                        .toList())
                .orElse(List.of());
    }

    /// What would come of a file that is right in every row. What only one entry by itself would bring is told of its
    /// first changes: looking at more would keep somebody waiting.
    List<Consequence> of(ReferenceData data, Preview preview) {
        if (!preview.holds() || preview.differences().isEmpty()) {
            return List.of();
        }
        var each = preview.differences().stream()
                .filter(one -> one.before().isPresent())
                .limit(LOOKED_AT)
                .flatMap(one ->
                        ofOne(data, one.before().orElseThrow(), one.after().values()));
        return Stream.concat(each, together(data, preview.wished())).toList();
    }

    /// Stands for a change and what would come of it, so that only what was shown is confirmed.
    static String print(Map<String, String> answers, List<Consequence> consequences) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(answers).forEach((name, answer) -> add(digest, name + "\0" + answer));
            consequences.forEach(one -> add(digest, one.words().english() + "\0" + one.many() + "\0" + one.of()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
