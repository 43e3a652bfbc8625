package localgov.ims.imports;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the book calls our accounts at banks: those that are declared by their code, any other by a code and
/// its last digits, as many as it takes to tell it from the others.
@Component
class BankAccounts {
    /// The first account of a council that has declared none.
    static final String MAIN = "main";

    private static final int FEWEST_DIGITS = 4;

    private final JdbcClient db;

    BankAccounts(JdbcClient db) {
        this.db = db;
    }

    OwnAccounts declared() {
        return new OwnAccounts(Rows.of(db.sql("""
                select code, sort_code, number, iban, also, open and retired_at is null as open
                  from imports_own_account
                 order by code
                """).query(OwnAccounts.Own.class)));
    }

    /// The name of an account when none are declared: the first is `main`. A statement that names none is the
    /// main one's.
    ///
    /// @param identifier as the bank writes it
    String undeclared(String identifier) {
        return identifier.isEmpty()
                ? MAIN
                : known(identifier)
                        .orElseGet(() -> give(identifier, Stream.concat(Stream.of(MAIN), endings("", identifier))));
    }

    /// The name of an account that is known by its beginning only, given now when it has none.
    ///
    /// @param code what its name begins with
    String like(String code, String identifier) {
        return known(identifier).orElseGet(() -> give(identifier, endings(code, identifier)));
    }

    /// What it is called, for whoever only looks: one that has no name yet is given none.
    Optional<String> alreadyCalled(String identifier) {
        return identifier.isEmpty() ? Optional.of(MAIN) : known(identifier);
    }

    private static Stream<String> endings(String before, String identifier) {
        return IntStream.rangeClosed(Math.min(FEWEST_DIGITS, identifier.length()), identifier.length())
                .mapToObj(length -> before + "…" + identifier.substring(identifier.length() - length));
    }

    private String give(String identifier, Stream<String> names) {
        return names.filter(name -> call(identifier, name))
                .findFirst()
                .or(() -> known(identifier))
                .orElseThrow(() -> new IllegalStateException("A bank account could not be given a name"));
    }

    private boolean call(String identifier, String name) {
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
}
