package localgov.ims.formats.profiles;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A profile as the tree of records that it is, with the places that things have in its JSON.
final class ProfileTree {

    private ProfileTree() {}

    /// Shows every record of the tree with its place.
    static void walk(Record root, BiConsumer<String, Record> visitor) {
        walk(root, "", visitor);
    }

    private static void walk(Object node, String path, BiConsumer<String, Record> visitor) {
        switch (node) {
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    walk(list.get(i), path + "[" + i + "]", visitor);
                }
            }
            case Map<?, ?> map ->
                new TreeMap<>(map).forEach((name, value) -> walk(value, inside(path, String.valueOf(name)), visitor));
            case Record written -> {
                var own = written instanceof ByName ? inside(path, tag(written)) : path;
                visitor.accept(own, written);
                for (var component : written.getClass().getRecordComponents()) {
                    var value = read(component, written);
                    if (value != null) {
                        walk(value, inside(own, snake(component.getName())), visitor);
                    }
                }
            }
            default -> {}
        }
    }

    /// Every record of one kind that stands somewhere in the tree.
    static <T extends Record> List<T> all(Record root, Class<T> kind) {
        var found = new ArrayList<T>();
        walk(root, (_, node) -> {
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
        });
        return found;
    }

    /// The name under which a choice stands.
    static String tag(Record chosen) {
        return snake(chosen.getClass().getSimpleName());
    }

    static @Nullable Object read(RecordComponent component, Record written) {
        try {
            return component.getAccessor().invoke(written);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    static String inside(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String snake(String name) {
        var snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
