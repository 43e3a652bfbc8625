package localgov.ims.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.namedparam.EmptySqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ConcurrentLruCache;

/// A `JdbcClient` that knows our values. A record with one component *is* that component in SQL, both
/// ways: `Money` is a bigint of pence, an id is its uuid or bigint, a code is text. Enums travel by
/// name, instants as timestamptz.
///
/// `query(Money.class)` of a single column needs the column to have the component's name: `select sum(amount) as
/// pence`.
public final class TypedJdbc {

    private TypedJdbc() {}

    public static JdbcClient client(DataSource dataSource) {
        var conversion = new DefaultConversionService();
        conversion.addConverter(new ColumnToRecord(conversion));
        return JdbcClient.create(new TypedParameters(dataSource), conversion);
    }

    static @Nullable Object toColumn(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Optional<?> optional -> toColumn(optional.orElse(null));
            case Enum<?> name -> name.name();
            case Record only
            when ONLY.get(only.getClass()).orElse(null) instanceof Method component -> toColumn(read(component, only));
            case Collection<?> many -> many.stream().map(TypedJdbc::toColumn).toList();
            default -> value;
        };
    }

    /// How the only component of a class's records is read, looked up once: it is asked of every value of every
    /// statement.
    private static final ClassValue<Optional<Method>> ONLY = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            var accessor = Optional.ofNullable(onlyComponent(type)).map(RecordComponent::getAccessor);
            accessor.ifPresent(method -> method.setAccessible(true));
            return accessor;
        }
    };

    private static @Nullable RecordComponent onlyComponent(Class<?> type) {
        var components = type.getRecordComponents();
        return components != null && components.length == 1 ? components[0] : null;
    }

    private static @Nullable Object read(Method accessor, Record owner) {
        try {
            return accessor.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TypedParameters extends NamedParameterJdbcTemplate {
        private static final int STATEMENTS = 2_048;
        private final ConcurrentLruCache<ParsedSql, PreparedStatementCreatorFactory> known =
                new ConcurrentLruCache<>(STATEMENTS, TypedParameters::factory);

        TypedParameters(DataSource dataSource) {
            super(dataSource);
            setCacheLimit(STATEMENTS);
        }

        @Override
        protected PreparedStatementCreator getPreparedStatementCreator(
                String sql, SqlParameterSource source, @Nullable Consumer<PreparedStatementCreatorFactory> customizer) {
            var typed = new Converting(source);
            if (customizer != null || !isPlain(source)) {
                return super.getPreparedStatementCreator(sql, typed, customizer);
            }
            var parsed = getParsedSql(sql);
            return known.get(parsed)
                    .newPreparedStatementCreator(NamedParameterUtils.buildValueArray(parsed, typed, null));
        }

        /// Whether a statement is the same with these values as with any others: a list would lengthen it.
        private static boolean isPlain(SqlParameterSource source) {
            var names = source.getParameterNames();
            if (names == null) {
                return false;
            }
            for (var name : names) {
                if (source.getSqlType(name) != SqlParameterSource.TYPE_UNKNOWN
                        || source.getValue(name) instanceof Iterable) {
                    return false;
                }
            }
            return true;
        }

        private static PreparedStatementCreatorFactory factory(ParsedSql parsed) {
            return new PreparedStatementCreatorFactory(
                    NamedParameterUtils.substituteNamedParameters(parsed, null),
                    NamedParameterUtils.buildSqlParameterList(parsed, EmptySqlParameterSource.INSTANCE));
        }
    }

    private record Converting(SqlParameterSource source) implements SqlParameterSource {
        @Override
        public boolean hasValue(String name) {
            return source.hasValue(name);
        }

        @Override
        public @Nullable Object getValue(String name) {
            return toColumn(source.getValue(name));
        }

        @Override
        public int getSqlType(String name) {
            return source.getSqlType(name);
        }

        @Override
        public @Nullable String getTypeName(String name) {
            return source.getTypeName(name);
        }

        @Override
        public String @Nullable [] getParameterNames() {
            return source.getParameterNames();
        }
    }

    private record ColumnToRecord(DefaultConversionService conversion) implements ConditionalGenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(Object.class, Record.class));
        }

        @Override
        public boolean matches(TypeDescriptor from, TypeDescriptor to) {
            return onlyComponent(to.getType()) != null;
        }

        @Override
        public @Nullable Object convert(@Nullable Object column, TypeDescriptor from, TypeDescriptor to) {
            var only = onlyComponent(to.getType());
            if (column == null || only == null) {
                return null;
            }
            try {
                var constructor = to.getType().getDeclaredConstructor(only.getType());
                constructor.setAccessible(true);
                return constructor.newInstance(conversion.convert(column, only.getType()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot make %s of a column".formatted(to), e);
            }
        }
    }
}
