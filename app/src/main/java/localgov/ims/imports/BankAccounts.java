package localgov.ims.imports;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the book calls our accounts at banks. The first one whose statement arrives is `main`; each further one is
/// called by its last digits, as many as it takes to tell it from the others.
@Component
public class BankAccounts {
    public static final String MAIN = "main";
    private static final int FEWEST_DIGITS = 4;

    private final JdbcClient db;

    BankAccounts(JdbcClient db) {
        this.db = db;
    }

    /// The name of an account, given now when it has none. A statement that names no account is the main one's.
    ///
    /// @param identifier as the bank writes it: sort code and account number, IBAN, or another
    public String name(String identifier) {
        return identifier.isEmpty() ? MAIN : known(identifier).orElseGet(() -> giveName(identifier));
    }

    /// Gives an account a name before its first statement arrives; false when it or another has that name.
    public boolean call(String identifier, String name) {
        return db.sql("""
                insert into imports_bank_account (identifier, name)
                values (:identifier, :name)
                on conflict do nothing
                """).param("identifier", identifier).param("name", name).update() == 1;
    }

    private Optional<String> known(String identifier) {
        return db.sql("""
                select name
                  from imports_bank_account
                 where identifier = :identifier
                """).param("identifier", identifier).query(String.class).optional();
    }

    private String giveName(String identifier) {
        var endings = IntStream.rangeClosed(Math.min(FEWEST_DIGITS, identifier.length()), identifier.length())
                .mapToObj(length -> "…" + identifier.substring(identifier.length() - length));
        return Stream.concat(Stream.of(MAIN), endings)
                .filter(name -> call(identifier, name))
                .findFirst()
                .or(() -> known(identifier))
                .orElseThrow(() -> new IllegalStateException("A bank account could not be given a name"));
    }
}
