package localgov.ims.imports;

import java.util.Optional;
import java.util.function.Function;
import localgov.ims.formats.Check;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementLine;
import org.jspecify.annotations.Nullable;

/// Money that somebody else took for the council stands with the method by which it will be paid over, until the bank
/// has it. The source of the file names the method; where it does not, each line does.
///
/// @param ofSource the method that the file's source names
/// @param methods the council's method that something is called by, when money can be on its way by it
record StandingWithAgent(@Nullable String ofSource, Function<String, Optional<String>> methods) implements Standing {
    /// What the name of a place begins with that is not a bank account.
    static final String CLEARING = "clearing:";

    /// The check that it is known by which method money of an agent comes.
    static final String CHECK = "method";

    @Override
    public String decides(StatementLine line, Stated stated) {
        return ofSource == null ? stated.method() : ofSource;
    }

    @Override
    public Named named(String decides) {
        return methods.apply(decides)
                .<Named>map(method -> new Named.As(CLEARING + method))
                .orElseGet(() -> new Named.NotKnown(new Check(
                        CHECK,
                        decides.isEmpty() ? "no method of payment" : decides,
                        "no method by which others collect money; choose a source that names one",
                        false,
                        Check.Policy.BLOCK)));
    }
}
