package localgov.ims.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A rule as it was approved.
///
/// @param position where it stands among the rules: the first that holds decides
/// @param version counts its changes; kept with every line that it decides
/// @param method the method of payment that the line gets; for what settles or was returned, the one it is about
/// @param reason why it is left out, or in suspense
/// @param owner who is to look at it in suspense
/// @param goesFirst whether it decides even where a reference in the line says otherwise
record RecognitionRule(
        String code,
        String name,
        long position,
        long version,
        Condition condition,
        RuleAction action,
        @Nullable String fund,
        @Nullable AccountFrom accountFrom,
        String account,
        @Nullable String method,
        @Nullable String vatCode,
        String narrative,
        String reason,
        String owner,
        boolean goesFirst,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    boolean holdsOn(LocalDate day) {
        return (startsOn == null || !day.isBefore(startsOn)) && (endsOn == null || !day.isAfter(endsOn));
    }
}
