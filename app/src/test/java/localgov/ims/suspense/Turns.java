package localgov.ims.suspense;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A data source that tells before each statement that writes and before each commit, so that a test can hold it
/// there or break it.
final class Turns extends DelegatingDataSource {
    private final Consumer<String> before;

    Turns(DataSource real, Consumer<String> before) {
        super(real);
        this.before = before;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Turns.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        before.accept("commit");
                    } else if (method.getName().equals("prepareStatement")) {
                        var sql = ((String) arguments[0]).strip();
                        if (sql.startsWith("insert") || sql.startsWith("update") || sql.startsWith("with")) {
                            before.accept(sql);
                        }
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
