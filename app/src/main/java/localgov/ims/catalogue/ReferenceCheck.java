package localgov.ims.catalogue;

import java.util.List;
import java.util.Map;

/// Whether a reference can be one of a fund's.
public sealed interface ReferenceCheck {

    /// `reference` is the reference as it is kept; `reasons` say in plain English what was found right.
    record Fits(String reference, List<String> reasons) implements ReferenceCheck {}

    /// The first thing that is wrong. `code` is one of `blank`, `length`, `characters`, `starts`, `pattern`,
    /// `mask`, `check-digit`; `words` is the message in English; `args` are the values for a message in
    /// another language: `shortest`, `longest`, `characters`, `starts`, `shape` as far as they apply.
    record DoesNotFit(String code, String words, Map<String, String> args) implements ReferenceCheck {}

    default boolean fits() {
        return this instanceof Fits;
    }
}
