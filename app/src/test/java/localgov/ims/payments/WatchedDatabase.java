package localgov.ims.payments;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The real database, with somebody told before each statement, and before and after each end of a database
/// transaction: who may stop the world at that point. Only of what is done within `watching`, and by the threads
/// that it starts.
public final class WatchedDatabase extends DelegatingDataSource {
    private static final InheritableThreadLocal<Runnable> WATCHER = new InheritableThreadLocal<>();

    private WatchedDatabase(DataSource real) {
        super(real);
    }

    /// Stands before the database of the test class that is running.
    public static void install(ApplicationContext app) {
        var exchangeable = (DelegatingDataSource) app.getBean(DataSource.class);
        var real = exchangeable.getTargetDataSource();
        if (!(real instanceof WatchedDatabase) && real != null) {
            exchangeable.setTargetDataSource(new WatchedDatabase(real));
        }
    }

    public static void watching(Runnable watcher, Runnable work) {
        WATCHER.set(watcher);
        try {
            work.run();
        } finally {
            WATCHER.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        var watcher = WATCHER.get();
        return watcher == null ? real : connection(real, watcher);
    }

    private static Connection connection(Connection real, Runnable watcher) {
        return proxy(Connection.class, (_, method, arguments) -> {
            if (method.getName().equals("commit")) {
                watcher.run();
                var done = call(real, method, arguments);
                watcher.run();
                return done;
            }
            return watched(call(real, method, arguments), watcher);
        });
    }

    private static Object watched(Object answer, Runnable watcher) {
        return switch (answer) {
            case PreparedStatement real -> statement(PreparedStatement.class, real, watcher);
            case Statement real -> statement(Statement.class, real, watcher);
            case null, default -> answer;
        };
    }

    private static <S extends Statement> S statement(Class<S> type, S real, Runnable watcher) {
        return proxy(type, (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                watcher.run();
            }
            return call(real, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
