package localgov.ims.imports;

import java.util.function.Function;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementLine;

/// The money of a statement stands on the account that the statement is about.
///
/// @param named what the book calls an account, as the bank writes it
record StandingAtBank(Function<String, Named> named) implements Standing {
    @Override
    public String decides(StatementLine line, Stated stated) {
        return line.account();
    }

    @Override
    public Named named(String decides) {
        return named.apply(decides);
    }
}
