package localgov.ims.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the first rule that holds of a line says is to be done with it.
///
/// @param rule the code of the rule, and `version` the version of it that decided
/// @param fund where it belongs, when it is to be placed
/// @param account the account that the rule names, or that its pattern found; nothing when it found none, and when
/// the
///     account is the reference in the line
/// @param byReference whether the account is the reference in the line
/// @param goesFirst whether it decides even where a reference in the line says otherwise
public record Ruling(
        String rule,
        String name,
        long version,
        RuleAction action,
        @Nullable String fund,
        Optional<String> account,
        boolean byReference,
        @Nullable String method,
        @Nullable String vatCode,
        String narrative,
        String reason,
        String owner,
        boolean goesFirst) {

    static Ruling of(RecognitionRule rule, Optional<String> account) {
        return new Ruling(
                rule.code(),
                rule.name(),
                rule.version(),
                rule.action(),
                rule.fund(),
                account,
                rule.accountFrom() == AccountFrom.REFERENCE,
                rule.method(),
                rule.vatCode(),
                rule.narrative(),
                rule.reason(),
                rule.owner(),
                rule.goesFirst());
    }
}
