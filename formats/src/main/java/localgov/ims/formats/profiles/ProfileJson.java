package localgov.ims.formats.profiles;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Turns JSON into the records that a profile is made of, and back. The components of a record are its properties, in
/// snake case; what is not nullable, a list, a map or a truth value must be there. Everything that is wrong is noted
/// with its place, and nothing is guessed.
final class ProfileJson {

    private static final int LONGEST = 256 * 1024;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_ELEMENTS = 200;
    private static final int DEEPEST = 40;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final List<ProfileFault> faults = new ArrayList<>();

    List<ProfileFault> faults() {
        return List.copyOf(faults);
    }

    /// The profile, or null when it has faults that leave none.
    @Nullable
    Profile read(String json) {
        if (json.length() > LONGEST) {
            fault("", ProfileRule.LONGEST, LONGEST);
            return null;
        }
        try {
            var profile = record(MAPPER.readTree(json), Profile.class, "");
            return faults.isEmpty() ? (Profile) profile : null;
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            fault("", ProfileRule.NOT_JSON, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
            return null;
        }
    }

    private void fault(String path, ProfileRule rule, Object... values) {
        faults.add(ProfileFault.of(path, rule, values));
    }

    private @Nullable Object value(JsonNode node, AnnotatedType annotated, String path) {
        var type = annotated.getType();
        var plain = plain(type);
        if (plain == List.class) {
            return list(node, argument(annotated, 0), path);
        }
        if (plain == Map.class) {
            return map(node, argument(annotated, 1), path);
        }
        if (plain == String.class) {
            return text(node, path);
        }
        if (plain == int.class || plain == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? node.intValue()
                    : wrong(path, ProfileRule.WHOLE_NUMBER);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : wrong(path, ProfileRule.TRUE_OR_FALSE);
        }
        if (plain.isEnum()) {
            return constant(node, plain, path);
        }
        return plain.isRecord() ? record(node, plain, path) : choice(node, plain, path);
    }

    private @Nullable Object wrong(String path, ProfileRule rule, Object... values) {
        fault(path, rule, values);
        return null;
    }

    private @Nullable Object text(JsonNode node, String path) {
        if (node.isIntegralNumber()) {
            return node.asString();
        }
        if (!node.isString()) {
            return wrong(path, ProfileRule.TEXT);
        }
        var text = node.stringValue();
        return text.length() > LONGEST_TEXT ? wrong(path, ProfileRule.LONGEST_TEXT, LONGEST_TEXT) : text;
    }

    private @Nullable Object constant(JsonNode node, Class<?> type, String path) {
        var constants = type.getEnumConstants();
        for (var constant : constants) {
            if (node.isString() && name((Enum<?>) constant).equals(node.stringValue())) {
                return constant;
            }
        }
        return wrong(
                path,
                ProfileRule.ONE_OF,
                Arrays.stream(constants)
                        .map(constant -> name((Enum<?>) constant))
                        .collect(Collectors.joining(", ")));
    }

    private @Nullable Object list(JsonNode node, AnnotatedType of, String path) {
        if (!node.isArray() || node.size() > MOST_ELEMENTS) {
            return wrong(path, ProfileRule.LIST, MOST_ELEMENTS);
        }
        var list = new ArrayList<Object>();
        for (int i = 0; i < node.size(); i++) {
            var value = value(node.get(i), of, path + "[" + i + "]");
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private @Nullable Object map(JsonNode node, AnnotatedType of, String path) {
        if (!node.isObject() || node.size() > MOST_ELEMENTS) {
            return wrong(path, ProfileRule.MAP, MOST_ELEMENTS);
        }
        var map = new LinkedHashMap<String, Object>();
        for (var entry : node.properties()) {
            var value = value(entry.getValue(), of, ProfileTree.inside(path, entry.getKey()));
            if (value != null) {
                map.put(entry.getKey(), value);
            }
        }
        return map;
    }

    /// One of several records: by its name, or by the one whose first property is there.
    private @Nullable Object choice(JsonNode node, Class<?> type, String path) {
        var choices = Arrays.stream(type.getPermittedSubclasses())
                .collect(Collectors.toMap(
                        chosen -> tag(type, chosen), chosen -> chosen, (one, _) -> one, LinkedHashMap::new));
        if (node.isObject()) {
            for (var entry : choices.entrySet()) {
                if (!node.has(entry.getKey())) {
                    continue;
                }
                if (!isByName(type)) {
                    return record(node, entry.getValue(), path);
                }
                if (node.size() == 1) {
                    return record(node.get(entry.getKey()), entry.getValue(), ProfileTree.inside(path, entry.getKey()));
                }
            }
        }
        return wrong(
                path,
                isByName(type) ? ProfileRule.NOTHING_BUT_ONE_OF : ProfileRule.WITH_ONE_OF,
                String.join(", ", choices.keySet()));
    }

    private static boolean isByName(Class<?> type) {
        return ByName.class.isAssignableFrom(type);
    }

    private static String tag(Class<?> type, Class<?> chosen) {
        return isByName(type)
                ? ProfileTree.snake(chosen.getSimpleName())
                : ProfileTree.snake(chosen.getRecordComponents()[0].getName());
    }

    private @Nullable Object record(JsonNode node, Class<?> type, String path) {
        if (!node.isObject()) {
            return wrong(path, ProfileRule.OBJECT);
        }
        var components = type.getRecordComponents();
        int before = faults.size();
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var name = ProfileTree.snake(components[i].getName());
            var given = node.get(name);
            values[i] = given == null || given.isNull()
                    ? absent(components[i], ProfileTree.inside(path, name))
                    : value(given, components[i].getAnnotatedType(), ProfileTree.inside(path, name));
        }
        var known = Arrays.stream(components)
                .map(c -> ProfileTree.snake(c.getName()))
                .toList();
        for (var property : node.properties()) {
            if (!known.contains(property.getKey())) {
                fault(ProfileTree.inside(path, property.getKey()), ProfileRule.NOT_KNOWN, String.join(", ", known));
            }
        }
        return faults.size() > before ? null : made(type, components, values);
    }

    private @Nullable Object absent(RecordComponent component, String path) {
        var type = component.getType();
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == boolean.class) {
            return false;
        }
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                ? null
                : wrong(path, ProfileRule.MISSING);
    }

    private static Object made(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(type + " is not a public record", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " refuses values of the right types", e);
        }
    }

    private static Class<?> plain(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String write(Profile profile) {
        return MAPPER.writeValueAsString(tree(profile)) + "\n";
    }

    private static Object tree(Object value) {
        return switch (value) {
            case Enum<?> constant -> name(constant);
            case List<?> list -> list.stream().map(ProfileJson::tree).toList();
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, one) -> sorted.put(String.valueOf(key), tree(one)));
                yield sorted;
            }
            case Record written ->
                written instanceof ByName ? Map.of(ProfileTree.tag(written), properties(written)) : properties(written);
            default -> value;
        };
    }

    private static Map<String, Object> properties(Record written) {
        var properties = new LinkedHashMap<String, Object>();
        for (var component : written.getClass().getRecordComponents()) {
            var value = ProfileTree.read(component, written);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (value != null && (optional || !isNothing(value))) {
                properties.put(ProfileTree.snake(component.getName()), tree(value));
            }
        }
        return properties;
    }

    private static boolean isNothing(Object value) {
        return value.equals(Boolean.FALSE)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
