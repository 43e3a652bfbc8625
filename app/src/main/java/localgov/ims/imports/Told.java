package localgov.ims.imports;

import java.util.Set;

/// What balances of several statements of an account, put together, say about the lines of one of them.
sealed interface Told {
    /// They do not touch one another, or can be put together in more than one way.
    record Nothing() implements Told {}

    /// All lines together come to exactly what lies between the balances.
    record Explained() implements Told {}

    /// Lines that were left alone because of these files are counted by the balances a second time: this statement
    /// follows theirs, or goes before them.
    record Twins(Set<ImportId> files) implements Told {}

    /// All lines together come to something else than what lies between the balances.
    ///
    /// @param opening the first of the balances, in pence
    /// @param closing the last of them
    /// @param actual pence of all lines, each once
    /// @param leftWrongly whether lines were left alone that balances count a second time
    record Contradicted(long opening, long closing, long actual, boolean leftWrongly) implements Told {
        long expected() {
            return closing - opening;
        }
    }
}
