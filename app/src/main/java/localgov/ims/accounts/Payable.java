package localgov.ims.accounts;

import java.util.List;
import java.util.Map;

/// Whether an amount may be paid to an account of a fund.
public sealed interface Payable {

    /// `number` is the account number as it is kept; `reasons` say in plain English what was found right.
    record Yes(String number, List<String> reasons) implements Payable {}

    /// The first thing that is wrong. `field` is `fund`, `method`, `amount` or `account`; `words` is the
    /// message in English, `args` the values for a message in another language. `code` is one of
    /// `fund-closed`, `fund-stopped` (`message`, `message_cy`), `method-closed`, `not-positive`,
    /// `above-fund` (`limit`), `above-method` (`limit`), `below-method` (`limit`), those of
    /// [localgov.ims.catalogue.ReferenceCheck.DoesNotFit], `unknown-account`, and `stopped` (`message`, and
    /// `message_cy` where the council wrote one).
    record No(String field, String code, String words, Map<String, String> args) implements Payable {}

    default boolean isYes() {
        return this instanceof Yes;
    }
}
